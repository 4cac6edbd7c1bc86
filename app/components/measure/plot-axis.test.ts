import { expect, test } from "vitest";
import { axisOf } from "./plot-axis";

test.each([
  [
    [3, 41],
    [0, 10, 20, 30, 40, 50],
  ],
  [
    [0.05, 0.3],
    [0, 0.1, 0.2, 0.3],
  ],
  [
    [1, 5],
    [0, 1, 2, 3, 4, 5],
  ],
  [
    [700, 1400],
    [0, 500, 1000, 1500],
  ],
  [[0], [0, 1, 2, 3, 4, 5]],
])("a linear axis for %j has round ticks from zero to the largest value or beyond: %j", (values, ticks) => {
  expect(axisOf(values, "linear").ticks).toEqual(ticks);
});

test("on a logarithmic axis ten times as much is always as far away", () => {
  const { share, ticks } = axisOf([20, 30_000], "logarithmic");
  expect(ticks).toEqual([10, 100, 1000, 10_000, 100_000]);
  expect(share(1000) - share(100)).toBeCloseTo(share(200) - share(20));
});

test("every value stands on its axis", () => {
  for (const scale of ["linear", "logarithmic"] as const)
    for (const values of [
      [1, 2, 3],
      [0.002, 900],
      [64, 64],
    ]) {
      const { share } = axisOf(values, scale);
      for (const value of values) expect(share(value)).toBeGreaterThanOrEqual(0);
      for (const value of values) expect(share(value)).toBeLessThanOrEqual(1);
    }
});
