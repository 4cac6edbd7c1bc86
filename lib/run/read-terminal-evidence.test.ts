import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { evidenceScript } from "./evidence-script";
import { readTerminalEvidence } from "./read-terminal-evidence";

const look = (probes: Record<string, string> = {}) =>
  readTerminalEvidence(
    execFileSync("bash", ["-c", evidenceScript({ windows: 2, probes: new Map(Object.entries(probes)) })], {
      encoding: "utf8",
    }).trimEnd(),
  );

/** What the script would print of a machine like this. */
const printed = ({
  commands = "",
  standing = "",
  processes = "",
}: {
  commands?: string;
  standing?: string;
  processes?: string;
}) =>
  `\u001Dcommands 0\n${commands}\u001Dcommands 1\n\u001Dstanding\n${standing}\u001Dprocesses\n${processes}\u001Dend`;

test("the processes of a real Linux are told with their arguments, states and nice values", async () => {
  const sleeper = spawn("nice", ["-n", "7", "bash", "-c", "sleep 60; exit", "two words\nin two lines"]);
  const exited = once(sleeper, "exit");
  const own = () => look().processes.find(({ pid }) => pid === sleeper.pid);
  await expect.poll(() => own()?.name).toBe("bash");
  expect(own()).toMatchObject({
    parent: process.pid,
    arguments: ["bash", "-c", "sleep 60; exit", "two words in two lines"],
    state: "sleeping",
    nice: 7,
  });
  sleeper.kill("SIGSTOP");
  await expect.poll(() => own()?.state).toBe("stopped");
  const child = look().processes.find(({ parent }) => parent === sleeper.pid);
  expect(child?.arguments).toEqual(["sleep", "60"]);
  if (child !== undefined) process.kill(child.pid, "SIGKILL");
  sleeper.kill("SIGKILL");
  await exited;
  expect(own()).toBeUndefined();
});

test("a look does not see itself, and sees what computes", () => {
  const { processes } = look();
  expect(processes.filter(({ arguments: all }) => all.join(" ").includes("mapfile"))).toEqual([]);
  expect(processes.find(({ pid }) => pid === process.pid)?.cpuTicks).toBeGreaterThan(0);
});

test("each probe tells its exit code and its last line, whatever it does and however it is written", () => {
  const { probes } = look({
    passes: `test 'a b' = "a b" && printf 'one\\ntwo'`,
    fails: "echo 'it''s missing' >&2; exit 3",
    broken: "if true; then",
    silent: "false",
    unmatched: "test -e /nowhere/at/all*",
    reading: 'read -r line; echo "<$line>"',
  });
  expect(probes).toMatchObject({
    passes: { exitCode: 0, lastLine: "two" },
    fails: { exitCode: 3, lastLine: "its missing" },
    silent: { exitCode: 1, lastLine: "" },
    unmatched: { exitCode: 1 },
    reading: { lastLine: "<>" },
  });
  expect(probes["broken"]?.exitCode).not.toBe(0);
});

test("commands are read with their exit codes, in several lines too, and Enter alone is none", () => {
  const commands = [
    "\u001E0\n",
    "ls -l\n\u001E0\n",
    "\u001E0\n",
    "for job in 1 2\ndo false\ndone\n\u001E1\n",
    "a line that is still being run\n",
  ].join("");
  const evidence = readTerminalEvidence(printed({ commands }));
  expect(evidence.commands).toEqual([
    [
      { text: "ls -l", exitCode: 0 },
      { text: "for job in 1 2\ndo false\ndone", exitCode: 1 },
    ],
    [],
  ]);
  expect(evidence.prompts).toEqual([4, 0]);
});

test("a name may hold brackets and blanks; kernel threads are left out, and so is what nobody can read", () => {
  const rest = "40 40 0 -1 0 0 0 0 0 12 30 0 0 20 0 1 0 100 0 0";
  const processes = [
    `41 (tide (high) 1) Z 1 ${rest}\n\n`,
    `42 (kworker/0:1) I 2 ${rest}\n\n`,
    `43 (odd) ? 1 ${rest}\nodd\n`,
    "half a line\n\n",
    `44 (wait) D 1 ${rest.replace(" 20 0 ", " 39 19 ")}\n/bin/wait\u001F-n 1\n`,
  ].join("");
  expect(readTerminalEvidence(printed({ processes })).processes).toEqual([
    { pid: 41, parent: 1, name: "tide (high) 1", arguments: [], state: "zombie", nice: 0, cpuTicks: 42 },
    {
      pid: 44,
      parent: 1,
      name: "wait",
      arguments: ["/bin/wait", "-n 1"],
      state: "waiting for the disk",
      nice: 19,
      cpuTicks: 42,
    },
  ]);
});

test("the standing comes back as it was kept, and a file that says something else is none", () => {
  expect(readTerminalEvidence(printed({ standing: '{"measured":[2,0]}\n' })).standing).toEqual({
    measured: [2, 0],
  });
  for (const standing of ["", "hello\n", '{"measured":"yes"}\n'])
    expect(readTerminalEvidence(printed({ standing })).standing).toBeNull();
});

test("half an answer is none", () => {
  expect(() => readTerminalEvidence(printed({}).slice(0, -3))).toThrow("only a part");
  expect(() => readTerminalEvidence("")).toThrow("only a part");
});
