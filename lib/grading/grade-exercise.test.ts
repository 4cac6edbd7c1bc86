import { expect, test } from "vitest";
import type { CaseEvidence, Evidence } from "@/lib/run/evidence";
import { gradeExercise } from "./grade-exercise";

const checks = [
  { id: "one", name: "One" },
  { id: "two", name: "Two" },
];
const bounds = { atMost: 0.2, atLeast: 0.005 };
const equal = (id: string): CaseEvidence => ({ id, outcome: "equal" });
const bothEqual = [equal("one"), equal("two")];
const counted = (count: number, starterCount = 1_000): Evidence => ({
  cases: bothEqual,
  work: { unit: "lines", count, starterCount, otherResult: false },
});

test("an exercise without a work target passes when every check does", () => {
  expect(
    gradeExercise({ checks, work: null, growth: null, evidence: { cases: bothEqual, work: null } }),
  ).toEqual({
    outcome: "passed",
    checks: [
      { id: "one", outcome: "passed", message: null },
      { id: "two", outcome: "passed", message: null },
    ],
    work: null,
    growth: null,
  });
});

test("a run is judged by its own evidence, and by no other", () => {
  const asked = [{ id: "one" }, { id: "quick", run: { inFlightAtLeast: 2 } }];
  const own = { elapsedMs: 900, computingMs: null, copiesMs: 1_600, copyingMs: 800 };
  const ran = { id: "quick", outcome: "ran", clock: "simulated", own, starter: null } as const;
  const judged = (...cases: CaseEvidence[]) =>
    gradeExercise({ checks: asked, work: null, growth: null, evidence: { cases, work: null } }).checks;
  expect(judged(equal("one"), ran)).toMatchObject([{ outcome: "passed" }, { outcome: "passed" }]);
  expect(judged(equal("one"), { ...ran, own: { ...own, copyingMs: 1_600 } })).toMatchObject([
    { outcome: "passed" },
    { outcome: "failed", message: expect.stringContaining("1.0 copies") },
  ]);
  expect(judged(equal("one"), equal("quick"))).toMatchObject([{}, { outcome: "not-run" }]);
  expect(judged({ ...ran, id: "one" }, ran)).toMatchObject([{ outcome: "not-run" }, {}]);
  expect(judged(equal("one"))).toMatchObject([
    {},
    { outcome: "not-run", message: "Measured once the checks before it pass." },
  ]);
});

test("evidence that leaves a check out fails the exercise", () => {
  const verdict = gradeExercise({
    checks,
    work: null,
    growth: null,
    evidence: { cases: [equal("one")], work: null },
  });
  expect(verdict).toMatchObject({
    outcome: "failed",
    checks: [{ outcome: "passed" }, { outcome: "not-run" }],
  });
});

test("a different value and an error are told in the learner's terms", () => {
  const cases: CaseEvidence[] = [
    { id: "one", outcome: "different", got: "'abc'", expected: "'abd'" },
    { id: "two", outcome: "raised", message: "IndexError: string index out of range", line: 12 },
  ];
  const verdict = gradeExercise({ checks, work: null, growth: null, evidence: { cases, work: null } });
  expect(verdict.checks.map(({ message }) => message)).toEqual([
    "Gave 'abc' instead of 'abd'",
    "Line 12: IndexError: string index out of range",
  ]);
});

test("a test's sentence is shown as it is, however long a sentence gets", () => {
  const message = `The copies ran one after the other: ${"at most one at once, ".repeat(20)}expected four.`;
  const cases: CaseEvidence[] = [{ id: "one", outcome: "failed", message }, equal("two")];
  expect(gradeExercise({ checks, work: null, growth: null, evidence: { cases, work: null } })).toMatchObject({
    outcome: "failed",
    checks: [{ outcome: "failed", message }, { outcome: "passed" }],
  });
});

test("a check that is reported twice passes only if it passed both times", () => {
  const cases: CaseEvidence[] = [
    ...bothEqual,
    { id: "one", outcome: "raised", message: "Error", line: null },
  ];
  expect(gradeExercise({ checks, work: null, growth: null, evidence: { cases, work: null } }).outcome).toBe(
    "failed",
  );
});

test("a value of many characters is cut", () => {
  const cases: CaseEvidence[] = [
    { id: "one", outcome: "different", got: "x".repeat(50_000), expected: "y" },
    equal("two"),
  ];
  const verdict = gradeExercise({ checks, work: null, growth: null, evidence: { cases, work: null } });
  expect(verdict.checks[0]?.message?.length).toBeLessThan(1_000);
});

test.each([
  [200, "passed"],
  [201, "too-much"],
  [5, "passed"],
  [4, "cannot-be-counted"],
  [0, "cannot-be-counted"],
  [-100, "cannot-be-counted"],
])("%d of the starter's 1,000 lines, with 5 to 200 asked for, is %s", (count, outcome) => {
  const verdict = gradeExercise({ checks, work: bounds, growth: null, evidence: counted(count) });
  expect(verdict.work).toMatchObject({
    outcome,
    share: count / 1_000,
    count,
    starterCount: 1_000,
    unit: "lines",
  });
  expect(verdict.outcome).toBe(outcome === "passed" ? "passed" : "failed");
});

test("little work passes nothing when the counted call gave another result than the starter's", () => {
  const work = { unit: "steps" as const, count: 100, starterCount: 1_000, otherResult: true };
  const verdict = gradeExercise({ checks, work: bounds, growth: null, evidence: { cases: bothEqual, work } });
  expect(verdict).toMatchObject({ outcome: "failed", work: { outcome: "other-result" } });
});

test("work that was not counted fails an exercise that asks for it", () => {
  const verdict = gradeExercise({
    checks,
    work: bounds,
    growth: null,
    evidence: { cases: bothEqual, work: null },
  });
  expect(verdict).toMatchObject({ outcome: "failed", work: { outcome: "not-counted", share: null } });
});

test("a starter without any counted work gives no share to compare with", () => {
  expect(gradeExercise({ checks, work: bounds, growth: null, evidence: counted(0, 0) }).work).toMatchObject({
    outcome: "cannot-be-counted",
    share: null,
  });
});
