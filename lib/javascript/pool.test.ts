import { expect, test } from "vitest";
import * as z from "zod/mini";
import { runEventLoop } from "./event-loop";
import type { PipeMessage } from "./pipe-messages";
import { openProcess } from "./process-for-tests";

const Posted = z.tuple([z.string(), z.boolean(), z.unknown()]);
type Sent = { readonly pid: number; readonly name: string; readonly values: unknown };

/** A program whose workers are played by the test: `sent` is what they were told. */
async function open(code: string, { canStart = true } = {}) {
  const { process, pool, printed } = await openProcess();
  const { machine } = process;
  const sent: Sent[] = [];
  const killed: number[] = [];
  const finished: number[] = [];
  let lastPid = 100;
  pool.connect(
    {
      start: () => (canStart ? (lastPid += 1) : "there is no room"),
      post(pid: number, { text }: PipeMessage) {
        const [name, , values] = Posted.parse(JSON.parse(text));
        sent.push({ pid, name, values });
      },
      finish: (pid) => void finished.push(pid),
      kill: (pid) => void killed.push(pid),
      reply() {},
      task: null,
    },
    { isMain: true, isWorker: false, pid: 100, cpuCount: 2, file: "main.js" },
  );
  const result = machine.evaluate({ path: "main.js", code: `function work() {}\n${code}` });
  if ("error" in result) throw new Error(`${result.error.message}\n${result.error.stack}`);
  const settle = async () => {
    const error = await runEventLoop(process, { last: result.value });
    if (error !== null) throw new Error(error.message);
  };
  await settle();
  return {
    sent,
    killed,
    finished,
    printed,
    isWaiting: pool.isWaiting,
    /** A worker answers with plain items. */
    async answer(pid: number, ...items: (number | string)[]) {
      pool.received(pid, { text: `["done",[12,${JSON.stringify(items)}]]`, buffers: [] });
      await settle();
    },
    async end(pid: number, exitCode: number) {
      pool.ended(pid, exitCode);
      await settle();
    },
  };
}

const SAY = ".then((value) => console.log(JSON.stringify(value)), (error) => console.log(error.message))";

test("a map is sent in four chunks a worker, one to each worker at a time", async () => {
  const { sent, answer, printed } = await open(
    `new Pool(2).map(work, Array.from({ length: 16 }, (_, index) => index))${SAY};`,
  );
  expect(sent.map(({ pid, values }) => [pid, values])).toEqual([
    [101, [12, [0, 1]]],
    [102, [12, [2, 3]]],
  ]);
  await answer(102, "c", "d");
  expect(sent.at(-1)).toEqual({ pid: 102, name: "work", values: [12, [4, 5]] });
  await answer(101, "a", "b");
  for (const pid of [101, 102, 101, 102, 101, 102]) await answer(pid, "x", "y");
  expect(printed.stdout).toMatch(/^\["a","b","c","d",("x","y",?)+\]\n$/);
});

test("a thousand items are a handful of messages", async () => {
  const { sent, answer } = await open(`new Pool(2).map(work, Array.from({ length: 1000 }, () => 1))${SAY};`);
  const ones = Array.from({ length: 125 }, () => 1);
  for (let done = 0; done < 8; done += 1) await answer(101 + (done % 2), ...ones);
  expect(sent).toHaveLength(8);
});

test("a program waits for a pool that has something to do, and for none that has not", async () => {
  const { isWaiting, answer } = await open(`new Pool(1).submit(work)${SAY};`);
  expect(isWaiting()).toBe(true);
  await answer(101);
  expect(isWaiting()).toBe(false);
});

test("what a lost worker had is rejected, and another one takes its place", async () => {
  const { sent, end, answer, printed } = await open(
    `const pool = new Pool(1); pool.submit(work, 1)${SAY}; pool.submit(work, 2)${SAY};`,
  );
  await end(101, -9);
  expect(printed.stdout).toBe(
    "Process 101 was ended by signal 9 before it had answered: what it worked on is lost.\n",
  );
  expect(sent.at(-1)).toMatchObject({ pid: 102, values: [12, [2]] });
  await answer(102, "fine");
  expect(printed.stdout).toContain('["fine"]');
});

test("a closed pool lets its workers end once all is done, and is closed when they have", async () => {
  const { finished, answer, end, printed } = await open(
    `const pool = new Pool(1); pool.submit(work)${SAY}; pool.close().then(() => console.log("closed"));`,
  );
  expect(finished).toEqual([]);
  await answer(101);
  expect(finished).toContain(101);
  expect(printed.stdout).not.toContain("closed");
  await end(101, 0);
  expect(printed.stdout).toContain("closed");
});

test("a terminated pool kills its workers and rejects what they had and what was to come", async () => {
  const { killed, printed } = await open(
    `const pool = new Pool(2); pool.map(work, [1, 2, 3])${SAY}; pool.submit(work)${SAY}; pool.terminate();`,
  );
  expect(killed).toEqual([101, 102]);
  expect(printed.stdout).toBe("The Pool was terminated before this was done.\n".repeat(2));
});

test("where no process can be started the program is told why", async () => {
  const { printed } = await open(`try { new Pool(1); } catch (error) { console.log(error.message); }`, {
    canStart: false,
  });
  expect(printed.stdout).toBe("there is no room\n");
});

test("results that come out of order are given in order, or as they come", async () => {
  const inOrder = await open(
    `(async () => { for await (const item of new Pool(2).imap(work, [1, 2])) console.log(item); })();`,
  );
  await inOrder.answer(102, "second");
  expect(inOrder.printed.stdout).toBe("");
  await inOrder.answer(101, "first");
  expect(inOrder.printed.stdout).toBe("first\nsecond\n");
  const asTheyCome = await open(
    `(async () => { for await (const item of new Pool(2).imapUnordered(work, [1, 2])) console.log(item); })();`,
  );
  await asTheyCome.answer(102, "second");
  await asTheyCome.answer(101, "first");
  expect(asTheyCome.printed.stdout).toBe("second\nfirst\n");
});
