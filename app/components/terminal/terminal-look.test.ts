import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { AgentAnswer } from "@/lib/machine/linux-message";
import { openLooks } from "./terminal-look";

const rubric = {
  steps: [
    { id: "listed", after: [], ran: "^ls" },
    { id: "noted", after: ["listed"], probe: "test -s $LOG" },
    { id: "read", after: ["noted"], ran: "^cat" },
  ],
  mistakes: [],
};

/** This computer's own Linux, with a folder of its own for what a machine keeps in `/run/lento`. */
async function ownLinux() {
  const folder = await mkdtemp(path.join(tmpdir(), "lento-look-"));
  const log = path.join(folder, "log");
  const asked: string[] = [];
  const ask = (command: string): Promise<AgentAnswer> => {
    const own = command.replaceAll("/run/lento", folder);
    asked.push(own);
    return new Promise((resolve) => {
      execFile("bash", ["-c", own], { env: { ...process.env, LOG: log } }, (error, output) =>
        resolve({ exitCode: error === null ? 0 : 1, output: output.trimEnd() }),
      );
    });
  };
  const entered = (window: number, ...commands: string[]) =>
    writeFile(
      path.join(folder, `commands.ttyS${window}`),
      `\u001E0\n${commands.map((command) => `${command}\n\u001E0\n`).join("")}`,
    );
  const standing = () => readFile(path.join(folder, "standing.json"), "utf8");
  return { ask, asked, entered, standing, note: () => writeFile(log, "tide\n") };
}

test("steps are reached one after the other, and with the last one it is complete, once", async () => {
  const machine = await ownLinux();
  const { look } = openLooks({ machine, rubric, windows: 2 });
  expect(await look()).toMatchObject({ standing: {}, completes: false });
  await machine.entered(0, "cat notes", "ls -l");
  await machine.note();
  // What the first step lets count is looked for at once.
  expect(await look()).toMatchObject({ standing: { listed: [2, 0], noted: [2, 0] }, completes: false });
  await machine.entered(0, "cat notes", "ls -l", "cat notes");
  expect(await look()).toMatchObject({ standing: { read: [3, 0] }, completes: true });
  expect(await look()).toMatchObject({ standing: { read: [3, 0] }, completes: false });
});

test("the machine keeps what was reached: whoever looks into it later goes on from there", async () => {
  const machine = await ownLinux();
  await machine.entered(1, "ls");
  await openLooks({ machine, rubric, windows: 2 }).look();
  expect(JSON.parse(await machine.standing())).toEqual({ listed: [0, 1] });
  await machine.entered(1);
  const later = openLooks({ machine, rubric, windows: 2 });
  expect(await later.look()).toMatchObject({ standing: { listed: [0, 1] }, completes: false });
});

test("who asks while others wait is answered by the same look", async () => {
  const machine = await ownLinux();
  const { look } = openLooks({ machine, rubric, windows: 2 });
  const [first, second, third] = await Promise.all([look(), look(), look()]);
  expect([second, third]).toEqual([first, first]);
  expect(machine.asked).toHaveLength(1);
});

test("a machine that does not answer says so, and can be asked again", async () => {
  const machine = await ownLinux();
  let isThere = false;
  const ask = (command: string) =>
    isThere ? machine.ask(command) : Promise.reject(new Error("The machine does not answer."));
  const { look } = openLooks({ machine: { ask }, rubric, windows: 2 });
  await expect(look()).rejects.toThrow("does not answer");
  isThere = true;
  expect(await look()).toMatchObject({ standing: {} });
});
