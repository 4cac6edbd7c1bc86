import { expect, test } from "vitest";
import { idleRun, type Run } from "@/lib/run/run";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import type { RunRequest } from "@/lib/run/run-request";
import { TIMING_ROUNDS, timingPlan } from "./timing-plan";

const requestOf = (code: string): RunRequest => ({
  language: "python",
  program: { path: "race.py", code },
  before: [],
  files: [],
  settings: MachineSettings.parse({}),
  limits: Limits.parse({}),
  checks: null,
});

/** Follows a plan on a machine where each program takes as many milliseconds as its text says. */
function follow(codes: readonly string[], answer: (request: RunRequest) => Partial<Run> = () => ({})) {
  const ran: string[] = [];
  const plan = timingPlan(
    codes.map((code) => ({ code })),
    {
      requestOf: ({ code }) => requestOf(code),
      onRound: () => {},
    },
  );
  let next = plan.next(idleRun);
  while (next.done !== true) {
    const request = next.value;
    const isCount = request.instrument?.kind === "count";
    ran.push(`${isCount ? "count " : ""}${request.program.code}`);
    const run: Run = {
      ...idleRun,
      state: "done",
      measurement: { wallMs: Number(request.program.code), waitingMs: 0 },
      work: isCount ? { unit: "steps", count: 7, varies: false } : null,
      ...answer(request),
    };
    next = plan.next(run);
  }
  return { timed: next.value, ran };
}

test("a program is timed ten times after a warm-up that is thrown away, then counted once", () => {
  const { timed, ran } = follow(["3"]);
  expect(timed).toEqual([
    {
      code: "3",
      samplesMs: Array.from({ length: 10 }, () => 3),
      work: { unit: "steps", count: 7, varies: false },
      countingMs: 3,
    },
  ]);
  expect(ran).toHaveLength(12);
  expect(ran.at(-1)).toBe("count 3");
});

test("versions take turns, each round in the other direction", () => {
  const { ran } = follow(["1", "2"]);
  expect(ran.slice(0, 8)).toEqual(["1", "2", "2", "1", "1", "2", "2", "1"]);
});

test("a slow program is timed less often, but not less than a race needs", () => {
  const { timed } = follow([String(TIMING_ROUNDS.budgetMs)]);
  expect(timed?.[0]?.samplesMs).toHaveLength(TIMING_ROUNDS.atLeast);
});

test("nothing is run after a program that did not end by itself", () => {
  const { timed, ran } = follow(["1", "2"], ({ program }) => ({
    state: program.code === "2" ? "failed" : "done",
  }));
  expect(ran).toEqual(["1", "2"]);
  expect(timed).toBeNull();
});

test("a program that is too long to be counted has times all the same", () => {
  const { timed } = follow(["3"], ({ instrument }) =>
    instrument === undefined ? {} : { state: "failed", work: null },
  );
  expect(timed?.[0]).toMatchObject({ samplesMs: Array.from({ length: 10 }, () => 3), work: null });
});
