import { expect, test } from "vitest";
import type { RunEvidence, RunFigures } from "@/lib/run/evidence";
import { gradeRun } from "./grade-run";

const figures = (more: Partial<RunFigures> = {}): RunFigures => ({
  elapsedMs: 1_000,
  computingMs: 400,
  copiesMs: 1_500,
  copyingMs: 600,
  ...more,
});
const ran = (more: Partial<RunEvidence> = {}): RunEvidence => ({
  id: "quick",
  outcome: "ran",
  clock: "measured",
  own: figures(),
  starter: figures({ elapsedMs: 3_000 }),
  ...more,
});

test("a run that is too slow is told both times, the ratio, the target and the author's reason", () => {
  const bounds = { speedUpAtLeast: 4, why: "the copies wait for each other" };
  expect(gradeRun(bounds, ran())).toBe(
    "It took 1 s where the starter took 3 s (measured), 3 × as fast; the target is 4 ×: the copies wait for each other.",
  );
  expect(gradeRun({ speedUpAtLeast: 3 }, ran())).toBeNull();
});

test("nothing passes for quick where the starter was not run or needed no time", () => {
  expect(gradeRun({ speedUpAtLeast: 2 }, ran({ starter: null }))).toContain("not run beside it");
  const idle = figures({ elapsedMs: 0 });
  expect(gradeRun({ speedUpAtLeast: 2 }, ran({ own: idle, starter: idle }))).toContain("took no time at all");
});

test("what is waited for is the time in which nothing computes, however many processes there are", () => {
  expect(gradeRun({ waitingAtMost: 0.5 }, ran())).toBe(
    "For 60 % of its time nothing computed (measured); the target is at most 50 %.",
  );
  expect(gradeRun({ waitingAtMost: 0.6 }, ran())).toBeNull();
  expect(gradeRun({ waitingAtMost: 0.1 }, ran({ own: figures({ computingMs: 1_900 }) }))).toBeNull();
});

test("a clock that stands still while a program computes tells nothing of waiting", () => {
  const own = figures({ computingMs: null });
  expect(gradeRun({ waitingAtMost: 0.9 }, ran({ own }))).toContain("could not be told");
});

test("copies that overlap too little or too much are told by how many were in flight", () => {
  expect(gradeRun({ inFlightAtLeast: 3 }, ran())).toBe(
    "2.5 copies were in flight on average while the disk was busy (simulated); the target is at least 3.",
  );
  expect(gradeRun({ inFlightAtMost: 2 }, ran())).toContain("the target is at most 2.");
  expect(gradeRun({ inFlightAtLeast: 2.5, inFlightAtMost: 2.5001 }, ran())).toBeNull();
  expect(gradeRun({ inFlightAtLeast: 1 }, ran({ own: figures({ copiesMs: 0, copyingMs: 0 }) }))).toContain(
    "0.0 copies",
  );
});
