import { expect, test } from "vitest";
import { judgeAim } from "./aim";
import { settingsAt } from "./dials";
import { NOTHING_YET, openWatchedRun } from "./watched-run";

const start = {
  arrivalsPerSecond: 14,
  hitPercent: 0,
  servers: 1,
  serverSpeed: 1,
  databaseSpeed: 1,
  balancing: "one queue" as const,
};

function judged({ aimP95Ms, ...changes }: Partial<typeof start> & { aimP95Ms: number }) {
  const dials = { ...start, ...changes };
  const run = openWatchedRun(settingsAt({ seed: "lesson", serverMs: 80, databaseMs: null }, dials));
  let soFar = run.advance();
  expect(judgeAim({ aimP95Ms, run: soFar, start, dials })).toBeNull();
  while (!soFar.isDone) soFar = run.advance();
  return judgeAim({ aimP95Ms, run: soFar, start, dials });
}

test("before anything has happened there is no verdict", () => {
  expect(judgeAim({ aimP95Ms: 400, run: NOTHING_YET, start, dials: start })).toBeNull();
});

test("an overloaded server misses the aim, as nothing was moved", () => {
  const verdict = judged({ aimP95Ms: 400 });
  expect(verdict).toMatchObject({ outcome: "missed", moved: [] });
  expect(verdict?.p95Ms).toBeGreaterThan(10_000);
});

test("a second server meets it, by that one change", () => {
  expect(judged({ aimP95Ms: 400, servers: 2 })).toMatchObject({ outcome: "met", moved: ["servers"] });
  expect(judged({ aimP95Ms: 100, servers: 2 })).toMatchObject({ outcome: "missed", moved: ["servers"] });
});

test("every dial that was moved is told", () => {
  expect(judged({ aimP95Ms: 400, servers: 3, hitPercent: 50 })?.moved).toEqual(["hitPercent", "servers"]);
});

test("who turns requests away has not met an aim, however quick the others were", () => {
  const verdict = judged({ aimP95Ms: 10_000_000, arrivalsPerSecond: 100 });
  expect(verdict?.dropped).toBeGreaterThan(0);
  expect(verdict?.outcome).toBe("missed");
});
