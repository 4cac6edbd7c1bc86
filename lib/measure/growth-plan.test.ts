import { expect, test } from "vitest";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { idleRun, type Run } from "@/lib/run/run";
import type { RunRequest } from "@/lib/run/run-request";
import { sizeIn } from "@/lib/run/sized-program";
import { GROWTH_BUDGET_MS, growthPlan } from "./growth-plan";

const requestOf = (code: string): RunRequest => ({
  language: "python",
  program: { path: "grow.py", code },
  before: [],
  files: [],
  settings: MachineSettings.parse({}),
  limits: Limits.parse({}),
  checks: null,
});

/** Follows a plan on a machine whose runs take as long as `answer` says. */
function follow(code: string, answer: (size: number, isCount: boolean) => Partial<Run> & { wallMs: number }) {
  const plan = growthPlan(requestOf(code), { name: "n", from: 1000, onSize: () => {} });
  let runs = 0;
  let next = plan.next(idleRun);
  for (; next.done !== true; runs += 1) {
    const { program, instrument } = next.value;
    const isCount = instrument?.kind === "count";
    const size = sizeIn(program.code, "n") ?? 0;
    const { wallMs, ...run } = answer(size, isCount);
    next = plan.next({
      ...idleRun,
      state: "done",
      measurement: { wallMs, waitingMs: 0 },
      work: isCount ? { unit: "steps", count: 3 * size, varies: false } : null,
      ...run,
    });
  }
  return { points: next.value, runs };
}

test("sizes double from the one that stands in the program, each timed and counted", () => {
  const { points } = follow("n = 1_000\n", (size) => ({ wallMs: size / 1000 }));
  expect(points.map(({ size }) => size)).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000,
  ]);
  expect(points[2]).toEqual({ size: 4000, wallMs: 4, work: 12_000 });
});

test("a cubic program is not begun at a size that would take longer than there is time", () => {
  let spentMs = 0;
  follow("n = 1_000", (size) => {
    const wallMs = 300 * (size / 1000) ** 3;
    spentMs += wallMs;
    return { wallMs };
  });
  expect(spentMs).toBeGreaterThan(GROWTH_BUDGET_MS / 10);
  expect(spentMs).toBeLessThan(GROWTH_BUDGET_MS);
});

test("the first run of all warms up the machine and is no point", () => {
  const walls = [900, 300];
  const { points } = follow("n = 1_000", (size, isCount) => ({
    wallMs: size === 1000 && !isCount ? (walls.shift() ?? 0) : GROWTH_BUDGET_MS,
  }));
  expect(points).toEqual([{ size: 1000, wallMs: 300, work: 3000 }]);
});

test("a short run is repeated and its shortest time counts", () => {
  const times = [1, 9, 5, 7];
  const { points } = follow("n = 1_000", (size, isCount) => ({
    wallMs: size === 1000 && !isCount ? (times.shift() ?? 0) : GROWTH_BUDGET_MS,
  }));
  expect(points[0]?.wallMs).toBe(5);
});

test("there is no next size when it would take longer than there is time", () => {
  const { points } = follow("n = 1_000", (size) => ({ wallMs: size }));
  expect(points.map(({ size }) => size)).toEqual([1000, 2000, 4000]);
});

test("what cannot be counted once is only timed from then on", () => {
  const { points, runs } = follow("n = 1_000", (_, isCount) =>
    isCount ? { wallMs: 1, state: "failed", work: null } : { wallMs: 300 },
  );
  expect(points.every(({ work }) => work === null)).toBe(true);
  expect(runs).toBe(1 + points.length + 1);
});

test("a size at which the program fails ends the growth and is no point", () => {
  const { points } = follow("n = 1_000", (size) => ({ wallMs: 300, state: size > 3000 ? "failed" : "done" }));
  expect(points.map(({ size }) => size)).toEqual([1000, 2000]);
});

test("a program that says no size is told so", () => {
  expect(() => follow("m = 1_000", () => ({ wallMs: 1 }))).toThrow("The program has no line `n = …`");
});
