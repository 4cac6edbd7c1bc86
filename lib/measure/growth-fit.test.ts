import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GROWTH, GROWTH_CLASSES, type GrowthClass } from "./growth-class";
import { fitGrowth, type Growth, growthUpTo, predictCost } from "./growth-fit";

const SIZES = Array.from({ length: 9 }, (_, index) => 100 * 2 ** index);
const SEED = 20_261;
const CASES = 400;

const costsAt = (sizes: readonly number[], cost: (n: number) => number) =>
  sizes.map((n) => ({ n, value: cost(n) }));
const classOf = (growth: Growth) => (growth.kind === "growth" ? growth.growthClass : growth.kind);

/** From -1 to 1, each number as likely; fast-check's own fractions crowd around 0. */
const evenly = fc.noBias(fc.integer({ min: -10_000, max: 10_000 })).map((each) => each / 10_000);
const upTo = (share: number) => evenly.map((each) => each * share);
/** Normally distributed, by Box and Muller. */
const normal = (deviation: number) =>
  fc
    .tuple(evenly, evenly)
    .map(
      ([one, other]) =>
        deviation * Math.sqrt(-2 * Math.log(1 - Math.abs(one) * 0.9999)) * Math.cos(Math.PI * other),
    );

/** Costs that are 1 at the first size, on an overhead of up to `overhead`, each off by an error, in any unit. */
const noisy = (growthClass: GrowthClass, error: fc.Arbitrary<number>, overhead: number) =>
  fc
    .record({
      overhead: upTo(overhead).map(Math.abs),
      unit: fc.constantFrom(0.001, 1, 37, 1e6),
      errors: fc.array(error, { minLength: SIZES.length, maxLength: SIZES.length }),
    })
    .map(({ overhead, unit, errors }) =>
      SIZES.map((n, index) => ({
        n,
        value: unit * (overhead + grownSince(100, n, growthClass)) * (1 + (errors[index] ?? 0)),
      })),
    );

const grownSince = (from: number, n: number, growthClass: GrowthClass) =>
  growthClass === "O(1)" ? 1 : GROWTH[growthClass](n) / GROWTH[growthClass](from);

describe.each(GROWTH_CLASSES)("%s", (growthClass) => {
  test("is found through 10 % noise, and ten times the largest size foretold within a quarter", () => {
    fc.assert(
      fc.property(noisy(growthClass, upTo(0.1), 0), (points) => {
        const growth = fitGrowth(points);
        expect(classOf(growth)).toBe(growthClass);
        if (growth.kind !== "growth") return;
        expect(growth.confidence).toBeLessThanOrEqual(1);
        const n = 10 * (SIZES.at(-1) ?? 0);
        const middle = points[4]?.value ?? 0;
        const share = predictCost(growth, n) / (middle * grownSince(SIZES[4] ?? 0, n, growthClass));
        expect(share).toBeGreaterThan(0.75);
        expect(share).toBeLessThan(1.25);
      }),
      { seed: SEED, numRuns: CASES },
    );
  });

  test.each([
    { noise: "errors of up to 10 % on an overhead", error: upTo(0.1), overhead: 1, right: 0.95, wrong: 0.02 },
    { noise: "errors of 10 % in the middle", error: normal(0.1), overhead: 0, right: 0.93, wrong: 0.05 },
  ])("is hardly ever taken for another through $noise", ({ error, overhead, right, wrong }) => {
    const cases = fc.sample(noisy(growthClass, error, overhead), { seed: SEED, numRuns: CASES });
    const found = cases.map((points) => classOf(fitGrowth(points)));
    const others = found.filter((each) => each !== growthClass && each !== "cannot tell");
    expect(found.filter((each) => each === growthClass).length / CASES).toBeGreaterThan(right);
    expect(others.length / CASES).toBeLessThan(wrong);
    const place = GROWTH_CLASSES.indexOf(growthClass);
    const near = new Set<string>(GROWTH_CLASSES.slice(Math.max(place - 1, 0), place + 2));
    expect(others.filter((each) => !near.has(each))).toEqual([]);
  });
});

const mergeSteps = (n: number): number =>
  n < 2 ? 0 : n + mergeSteps(Math.floor(n / 2)) + mergeSteps(Math.ceil(n / 2));

test.each([
  ["O(n)", "a loop with a set-up", (n) => 3 * n + 5],
  ["O(n²)", "every pair", (n) => (n * (n - 1)) / 2],
  ["O(n²)", "every pair and some loops", (n) => n ** 2 / 2 + 20 * n],
  ["O(n log n)", "merge sort", mergeSteps],
  ["O(log n)", "bisection", (n) => Math.floor(Math.log2(n)) + 1],
  ["O(n³)", "every triple", (n) => (n * (n - 1) * (n - 2)) / 6],
  ["O(1)", "a look-up", () => 7],
] satisfies [GrowthClass, string, (n: number) => number][])(
  "the counted work of %s: %s",
  (growthClass, _, cost) => {
    const growth = fitGrowth(costsAt(SIZES, cost));
    expect(classOf(growth)).toBe(growthClass);
    expect(growth.kind === "growth" && growth.confidence).toBeGreaterThan(0.95);
  },
);

test("coefficients are those of the cost", () => {
  const growth = fitGrowth(costsAt(SIZES, (n) => 4 + 0.5 * n));
  expect(growth).toMatchObject({
    growthClass: "O(n)",
    overhead: expect.closeTo(4, 2),
    factor: expect.closeTo(0.5, 4),
  });
  expect(growth.kind === "growth" && predictCost(growth, 1_000_000)).toBeCloseTo(500_004, -2);
});

test("random costs have no class", () => {
  const random = fc.array(evenly.map(Math.abs), { minLength: SIZES.length, maxLength: SIZES.length });
  const cases = fc.sample(random, { seed: SEED, numRuns: 1_000 });
  const told = cases.filter(
    (values) => fitGrowth(values.map((value, index) => ({ n: SIZES[index] ?? 0, value }))).kind === "growth",
  );
  expect(told.length).toBeLessThan(10);
});

test.each([
  ["four sizes", costsAt(SIZES.slice(0, 4), (n) => n), "Only 4 sizes"],
  ["one size five times", costsAt([100, 100, 100, 100, 100], (n) => n), "Only 1 sizes"],
  ["sizes within a factor of 3", costsAt([100, 150, 200, 250, 300], (n) => n), "less than 8 times"],
  ["nothing but 0 ms", costsAt(SIZES, () => 0), "Only 0 sizes"],
  ["a negative cost", costsAt(SIZES, (n) => 1_000 - n), "no number of 0 or more"],
  ["no number", costsAt(SIZES, () => Number.NaN), "no number of 0 or more"],
  ["falling costs", costsAt(SIZES, (n) => 1 / n), "off the nearest curve"],
  ["a zigzag", costsAt(SIZES, (n) => (Math.log2(n / 100) % 2 === 0 ? 1 : 10)), "off the nearest curve"],
  ["n⁴", costsAt(SIZES, (n) => n ** 4), "off the nearest curve"],
  ["n to the power of 1.5", costsAt(SIZES, (n) => n ** 1.5), "off the nearest curve"],
])("%s: cannot be told", (_, points, because) => {
  expect(fitGrowth(points)).toEqual({ kind: "cannot tell", because: expect.stringContaining(because) });
});

test("the smallest size may be 1", () => {
  const sizes = Array.from({ length: 12 }, (_, index) => 2 ** index);
  expect(classOf(fitGrowth(costsAt(sizes, (n) => 1 + Math.log2(n))))).toBe("O(log n)");
  expect(classOf(fitGrowth(costsAt(sizes, (n) => 2 + n * Math.log2(n))))).toBe("O(n log n)");
});

test("between two classes that fit alike, growth is surely no faster than the faster one", () => {
  // As n and n log n look over a short range, where a fit alone cannot tell.
  const points = costsAt([8, 16, 32, 64, 128], (n) => n * (Math.log2(n) + 9));
  expect(growthUpTo(points, "O(n log n)")?.sureness).toBeGreaterThan(0.95);
  expect(growthUpTo(points, "O(log n)")?.sureness).toBeLessThan(0.05);
  expect(growthUpTo(points, "O(n³)")?.sureness).toBeCloseTo(1);
});

test("of nonsense no growth is told, however fast it may be", () => {
  const nonsense = SIZES.map((n, index) => ({ n, value: index % 2 === 0 ? 1 : 1_000 }));
  expect(growthUpTo(nonsense, "O(n³)")).toBeNull();
});
