import { expect, test } from "vitest";
import { settingsAt } from "@/lib/simulate/dials";
import { NOTHING_YET, openWatchedRun } from "@/lib/simulate/watched-run";
import { runSentence, verdictSentence } from "./simulator-sentences";

function afterStretches(stretches: number, arrivalsPerSecond: number) {
  const dials = {
    arrivalsPerSecond,
    hitPercent: 0,
    servers: 1,
    serverSpeed: 1,
    databaseSpeed: 1,
    balancing: "one queue" as const,
  };
  const run = openWatchedRun(settingsAt({ seed: "lesson", serverMs: 80, databaseMs: null }, dials));
  for (let done = 1; done < stretches; done += 1) run.advance();
  return run.advance();
}

test("a run that has not begun, and one that goes on, are told without figures", () => {
  expect(runSentence(NOTHING_YET, false)).toBe("Nobody has come yet.");
  expect(runSentence(afterStretches(3, 8), true)).toBe("Running: a simulated minute in a second.");
});

test("a paused run is told with its time, requests and percentiles, and says that they are simulated", () => {
  expect(runSentence(afterStretches(9, 8), false)).toMatch(
    /^1 minute 30 seconds, \d{3} requests \(simulated\)\. Half of the requests were answered within \d+ ms, 95 % within \d+ ms, 99 % within [\d.]+ m?s\./,
  );
});

test("who is left in an overloaded queue, and who was turned away, is told", () => {
  expect(runSentence(afterStretches(12, 25), false)).toMatch(/At the end 1,000 wait\. \d+ were turned away/);
});

test.each([
  { moved: [], outcome: "missed", says: "Aim not met: p95 is 1.55 s. Which station is the busiest?" },
  {
    moved: ["servers"],
    outcome: "missed",
    says: "Aim not met: p95 is 1.55 s. Did the busiest station get less to do, or more to do it with?",
  },
  { moved: ["servers"], outcome: "met", says: "Aim met: p95 is 1.55 s, by one change." },
  {
    moved: ["servers", "hitPercent"],
    outcome: "met",
    says: "Aim met: p95 is 1.55 s, by 2 changes. One alone is enough. Which?",
  },
] as const)("$outcome by $moved", ({ moved, outcome, says }) => {
  expect(verdictSentence({ outcome, moved, p95Ms: 1_550, dropped: 0 })).toBe(says);
});
