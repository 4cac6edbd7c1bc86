import { expect, test } from "vitest";
import { listFiles, HOME_FOLDER } from "@/lib/machine/file-tree";
import { openProcess } from "./process-for-tests";
import { runInJavaScript } from "./run-in-javascript";

async function run(parts: Parameters<typeof openProcess>[0]) {
  const { process, request, printed, told } = await openProcess(parts);
  await runInJavaScript(process, request);
  return { process, printed, told };
}

test("a program finds its given files and itself in its home", async () => {
  const { process } = await run({
    program: { path: "main.js", code: "" },
    files: [{ path: "data/prod.txt", text: "one" }],
  });
  const paths = listFiles(process.kernel.files, HOME_FOLDER).map(({ path }) => path);
  expect(paths).toEqual(["data/prod.txt", "main.js"]);
});

test("the time in which a program waits is told as waiting", async () => {
  const { told } = await run({ program: { path: "main.js", code: "setTimeout(() => {}, 30);" } });
  const ended = told.find((message) => message.type === "ended");
  expect(ended).toMatchObject({ end: { outcome: "finished" }, exitCode: 0 });
  expect(ended?.measurement.waitingMs).toBeGreaterThan(20);
});

test("what comes before runs unheard in the same machine, and its error is heard", async () => {
  const { printed } = await run({
    before: [{ path: "first.js", code: "const kept = 7; console.log('unheard');" }],
    program: { path: "main.js", code: "console.log(kept);" },
  });
  expect(printed).toEqual({ stdout: "7\n", stderr: "" });
  const broken = await run({
    before: [{ path: "first.js", code: "null.x;" }],
    program: { path: "main.js", code: "console.log('never');" },
  });
  expect(broken.printed.stdout).toBe("");
  expect(broken.printed.stderr).toContain("first.js:1");
});

const counted = async (code: string, before: string[] = []) => {
  const { told, printed } = await run({
    program: { path: "main.js", code },
    before: before.map((earlier, index) => ({ path: `before-${index}.js`, code: earlier })),
    instrument: { kind: "count" },
  });
  return { printed, messages: told };
};

test("a counted run tells its work before it ends, the same each time, without what came before it", async () => {
  const code = "for (let i = 0; i < many; i++); setTimeout(() => console.log([1, 2, 3].includes(3)), 1);";
  const { messages, printed } = await counted(code, ["const many = 10; for (let i = 0; i < 9_999; i++);"]);
  expect(printed).toEqual({ stdout: "true\n", stderr: "" });
  const work = { type: "work", work: { unit: "steps", count: expect.any(Number), varies: false } };
  expect(messages).toMatchObject([
    { type: "started" },
    work,
    { type: "ended", end: { outcome: "finished" } },
  ]);
  const [, first] = messages;
  expect((await counted(code, ["const many = 10;"])).messages[1]).toEqual(first);
  const more = (await counted(code, ["const many = 30;"])).messages[1];
  expect(first?.type === "work" && more?.type === "work" && more.work.count - first.work.count).toBe(20);
});

test.each([
  ["reads a clock", "performance.now();", true],
  ["asks for the date", "new Date();", true],
  ["reads the date's clock under another name", "const { now } = Date; now();", true],
  ["draws from chance", "[1].map(Math.random);", true],
  ["lays out a given date", "console.log(new Date(0).getTime());", false],
])("a program that %s: its count varies, or not", async (_, code, varies) => {
  const { messages } = await counted(code);
  expect(messages.find(({ type }) => type === "work")).toMatchObject({ work: { varies } });
});
