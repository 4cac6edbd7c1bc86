import fc from "fast-check";
import { expect, test } from "vitest";
import { TerminalFile } from "@/lib/course/terminal";
import type { LinuxProcess, TerminalEvidence } from "@/lib/run/terminal-evidence";
import {
  evidenceOf,
  isComplete,
  openProbes,
  reachSteps,
  toldMistakes,
  waitsForChange,
} from "./grade-terminal";

const terminal = TerminalFile.parse({
  title: "A server that starves",
  task: "Measure, suspend, measure again.",
  steps: [
    { id: "again", name: "Again", after: ["suspended"], ran: String.raw`^ab\b.*-n` },
    {
      id: "suspended",
      name: "Suspended",
      after: ["measured"],
      process: { name: "transcode", count: 3, state: "stopped", nice: { atLeast: 10 } },
    },
    { id: "measured", name: "Measured", ran: String.raw`^ab\b.*-n` },
    { id: "short", name: "Short", after: ["measured"], probe: "test -s /var/log/app.log" },
  ],
  mistakes: [
    {
      id: "killed",
      process: { name: "transcode", count: 0 },
      after: ["measured"],
      message: "The jobs are gone.",
    },
    { id: "nameless", ran: "^killall", exitCode: "any", message: "That ends all." },
  ],
  hints: ["Look.", "Stop."],
  solution: ["ab -n 20 http://127.0.0.1/", "killall -STOP transcode"],
  explanation: "STOP suspends.",
  wrongAnswers: [1, 2, 3].map(() => ({
    commands: ["killall transcode"],
    misses: "suspended",
    message: "The jobs are gone",
  })),
});

const job = (given: Partial<LinuxProcess>): LinuxProcess => ({
  pid: 40,
  parent: 1,
  name: "transcode",
  arguments: ["/bin/bash", "/usr/local/bin/transcode"],
  state: "running",
  nice: 10,
  cpuTicks: 7,
  ...given,
});
const found = (given: Partial<TerminalEvidence>): TerminalEvidence => ({
  processes: [job({}), job({}), job({})],
  commands: [[], []],
  prompts: [1, 1],
  probes: {},
  standing: null,
  ...given,
});
const entered = (...texts: string[]) => texts.map((text) => ({ text, exitCode: 0 }));
const measured = found({ commands: [entered("ls", "ab -n 20 http://127.0.0.1/"), []] });
const stopped = [1, 2, 3].map((pid) => job({ pid, state: "stopped" }));

test("at the start nothing is reached, and nothing is told", () => {
  expect(reachSteps(terminal, {}, found({}))).toEqual({});
  expect(toldMistakes(terminal.mistakes, {}, found({}))).toEqual([]);
  expect(isComplete(terminal, {})).toBe(false);
});

test("a command reaches its step, unless it failed", () => {
  expect(Object.keys(reachSteps(terminal, {}, measured))).toEqual(["measured"]);
  const failing = found({ commands: [[{ text: "ab -n 20 http://127.0.0.1/", exitCode: 22 }], []] });
  expect(reachSteps(terminal, {}, failing)).toEqual({});
});

test("a step counts only once those before it are reached, and then at once", () => {
  expect(reachSteps(terminal, {}, found({ processes: stopped }))).toEqual({});
  expect(Object.keys(reachSteps(terminal, {}, { ...measured, processes: stopped }))).toEqual([
    "measured",
    "suspended",
  ]);
});

test("what was entered before a step was reached does not count for one that comes after it", () => {
  const suspended = reachSteps(terminal, {}, { ...measured, processes: stopped });
  expect(suspended["again"]).toBeUndefined();
  const again = found({ commands: [entered("ls", "ab -n 20 x", "fg", "ab -n 20 y"), []] });
  expect(reachSteps(terminal, suspended, again)["again"]).toEqual([4, 0]);
  const elsewhere = found({ commands: [entered("ls", "ab -n 20 x"), entered("ab -n 20 z")] });
  expect(reachSteps(terminal, suspended, elsewhere)["again"]).toEqual([2, 1]);
});

test.each<[string, readonly LinuxProcess[]]>([
  ["one of them still runs", [...stopped.slice(1), job({})]],
  ["one of them is not nice", [...stopped.slice(1), job({ state: "stopped", nice: 0 })]],
  ["there is one too many", [...stopped, job({ pid: 4, state: "stopped" })]],
  ["they have another name", stopped.map((each) => ({ ...each, name: "rsync", arguments: ["rsync"] }))],
])("a step about processes is not reached while %s", (_, processes) => {
  const standing = reachSteps(terminal, {}, { ...measured, processes: [...processes] });
  expect(standing["suspended"]).toBeUndefined();
});

test("a program is known by its file's name too, however long that is", () => {
  const steps = [{ id: "long", after: [], process: { name: "transcode-and-scale", count: { atLeast: 1 } } }];
  const named = [job({ name: "transcode-and-s", arguments: ["/usr/bin/transcode-and-scale"] })];
  expect(isComplete({ steps }, reachSteps({ steps }, {}, found({ processes: named })))).toBe(true);
});

test("a probe is asked for once its step counts, and until that is reached", () => {
  expect(openProbes(terminal, {})).toEqual(new Map());
  expect(openProbes(terminal, { measured: [2, 0] })).toEqual(
    new Map([["short", "test -s /var/log/app.log"]]),
  );
  const probed = { ...measured, probes: { short: { exitCode: 0, lastLine: "" } } };
  const standing = reachSteps(terminal, {}, probed);
  expect(standing["short"]).toEqual([2, 0]);
  expect(openProbes(terminal, standing)).toEqual(new Map());
  const failed = { ...measured, probes: { short: { exitCode: 1, lastLine: "" } } };
  expect(reachSteps(terminal, {}, failed)["short"]).toBeUndefined();
});

test("a mistake that can be seen is told while it can, one that was entered until a step is reached", () => {
  const standing = { measured: [2, 0] };
  const gone = found({ ...measured, processes: [] });
  expect(toldMistakes(terminal.mistakes, standing, gone).map(({ id }) => id)).toEqual(["killed"]);
  expect(toldMistakes(terminal.mistakes, standing, measured)).toEqual([]);
  const ended = found({
    commands: [[...entered("ls", "ab -n 2 x"), { text: "killall x", exitCode: 1 }], []],
  });
  expect(toldMistakes(terminal.mistakes, standing, ended).map(({ id }) => id)).toEqual(["nameless"]);
  expect(toldMistakes(terminal.mistakes, { ...standing, suspended: [3, 0] }, ended)).toEqual([]);
});

test("it waits for changes while an open step is about processes or a probe", () => {
  expect(waitsForChange(terminal, {})).toBe(false);
  expect(waitsForChange(terminal, { measured: [2, 0] })).toBe(true);
  expect(waitsForChange(terminal, { measured: [2, 0], suspended: [3, 0], short: [3, 0] })).toBe(false);
});

test("what is handed in says of every step whether it was reached", () => {
  expect(evidenceOf(terminal, { measured: [2, 0] }).cases).toEqual([
    { id: "again", outcome: "failed", message: "Not reached yet." },
    { id: "suspended", outcome: "failed", message: "Not reached yet." },
    { id: "measured", outcome: "equal" },
    { id: "short", outcome: "failed", message: "Not reached yet." },
  ]);
});

test("whatever happens on the machine, what was reached stays reached", () => {
  const looks = fc.array(
    fc.record({
      processes: fc.constantFrom(stopped, [], [job({})]),
      commands: fc.array(fc.constantFrom(...entered("ls", "ab -n 20 x", "killall transcode"))),
      probe: fc.integer({ min: 0, max: 2 }),
    }),
  );
  fc.assert(
    fc.property(looks, (all) => {
      let standing: Record<string, number[]> = {};
      const commands: { text: string; exitCode: number }[] = [];
      for (const look of all) {
        commands.push(...look.commands);
        const probes = { short: { exitCode: look.probe, lastLine: "" } };
        const next = reachSteps(
          terminal,
          standing,
          found({ processes: look.processes, commands: [commands, []], probes }),
        );
        expect(next).toMatchObject(standing);
        standing = next;
      }
    }),
  );
});
