import { expect, test } from "vitest";
import type { CheckVerdict, ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import { isSameOutcome } from "./is-same-outcome";

const verdict = (...checks: CheckVerdict[]): ExerciseVerdict => ({
  outcome: "failed",
  checks,
  work: null,
  growth: null,
});
const steep = { outcome: "too-fast", growthClass: "O(n²)", message: "" } as const;
const gentle = { outcome: "passed", growthClass: "O(n)", message: "" } as const;
const check = (id: string, outcome: CheckVerdict["outcome"], message: string | null = null) => ({
  id,
  outcome,
  message,
});

test("verdicts are the same when they pass the same checks, in whatever order and words", () => {
  const browser = verdict(check("one", "passed"), check("two", "not-run"));
  const server = verdict(check("two", "failed", "The server ended this program."), check("one", "passed"));
  expect(isSameOutcome(browser, server)).toBe(true);
});

test.each<[string, ExerciseVerdict]>([
  ["another check that passes", { ...verdict(check("one", "failed")), growth: steep }],
  ["another outcome", { ...verdict(check("one", "passed")), outcome: "passed", growth: steep }],
  ["growth that passes", { ...verdict(check("one", "passed")), growth: gentle }],
])("%s is a difference", (_, server) => {
  expect(isSameOutcome({ ...verdict(check("one", "passed")), growth: steep }, server)).toBe(false);
});
