import { expect, test } from "vitest";
import type { GrowthEvidence } from "@/lib/run/evidence";
import { gradeGrowth, type GrowthBounds } from "./grade-growth";

const SIZES = [10, 20, 40, 80, 160];
const counted = (cost: (n: number) => number, more: Partial<GrowthEvidence> = {}): GrowthEvidence => ({
  unit: "steps",
  points: SIZES.map((size) => ({ size, count: Math.round(cost(size)) })),
  otherResult: false,
  ...more,
});
const linear: GrowthBounds = { atMost: "n", atLeastSteps: 160 };
const CLASSES: [GrowthBounds["atMost"], (n: number) => number][] = [
  ["1", () => 200],
  ["log n", (n) => 200 * Math.log2(n)],
  ["n", (n) => 14 * n + 8],
  ["n log n", (n) => 6 * n * Math.log2(n) + n],
  ["n²", (n) => 3 * n ** 2 + 5 * n],
];

test("work that grows too fast is told by its class, the wanted one, its counts, its reason and its line", () => {
  const evidence = counted((n) => 5 * n ** 2, { busiest: { line: 16, share: 0.89 } });
  const bounds = { ...linear, atMostSteps: 2_000, why: "the list is searched again for every order" };
  expect(gradeGrowth(bounds, evidence)).toEqual({
    outcome: "too-fast",
    growthClass: "O(n²)",
    message:
      "The work grows as O(n²), and the target is O(n): the list is searched again for every order. " +
      "500 steps for n = 10, 128,000 for n = 160 (counted) where 2,000 do. " +
      "Most of the work is on line 16: 89 % of it.",
  });
});

test.each(
  CLASSES.flatMap(([grows, cost], index) =>
    CLASSES.map(([wanted], place) => ({ grows, cost, wanted, isMet: index <= place })),
  ),
)("work that grows as $grows where $wanted is asked for passes: $isMet", ({ grows, cost, wanted, isMet }) => {
  const verdict = gradeGrowth({ atMost: wanted, atLeastSteps: 1 }, counted(cost));
  expect(verdict).toMatchObject({ outcome: isMet ? "passed" : "too-fast", growthClass: `O(${grows})` });
});

test("a constant amount of needless work does not hide what grows", () => {
  const padded = counted((n) => 10_000_000 + 5 * n ** 2);
  expect(gradeGrowth({ ...linear, atMostSteps: 20_000 }, padded)).toMatchObject({
    outcome: "too-much",
    message: expect.stringContaining("where 20,000 do"),
  });
});

test("so little work that it must be hidden passes nothing, nor does another result than the starter's", () => {
  const little = gradeGrowth(
    linear,
    counted(() => 3),
  );
  expect(little).toMatchObject({
    outcome: "cannot-be-counted",
    message: expect.stringContaining("too little"),
  });
  const other = gradeGrowth(
    linear,
    counted((n) => 10 * n, { otherResult: true }),
  );
  expect(other).toMatchObject({
    outcome: "other-result",
    message: expect.stringContaining("another result"),
  });
});

test("counts that no class explains do not pass", () => {
  let turn = 0;
  const jumping = counted(() => ((turn += 1) % 2 === 0 ? 1_000_000 : 200));
  expect(gradeGrowth(linear, jumping)).toMatchObject({ outcome: "cannot-tell", growthClass: null });
});

test("too few sizes tell nothing, and growth that was not counted is told as that", () => {
  const { points, ...rest } = counted((n) => 10 * n);
  expect(gradeGrowth(linear, { ...rest, points: points.slice(-3) }).outcome).toBe("cannot-tell");
  expect(gradeGrowth(linear, undefined).outcome).toBe("not-counted");
});
