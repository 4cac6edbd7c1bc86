import * as fc from "fast-check";
import { expect, test } from "vitest";
import { niceTop } from "./nice-top";

test.each([
  { max: 0, least: 4, top: 4 },
  { max: 381, least: 1, top: 400 },
  { max: 401, least: 1, top: 500 },
  { max: 1_000, least: 1, top: 1_000 },
  { max: 0.07, least: 0.01, top: 0.08 },
])("an axis that must hold $max ends at $top", ({ max, least, top }) => {
  expect(niceTop(max, least)).toBeCloseTo(top, 9);
});

test("whatever is shown fits, and fills almost half of the axis or more", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (max) => {
      const top = niceTop(max, 0.001);
      expect(top).toBeGreaterThanOrEqual(max);
      expect(max / top).toBeGreaterThanOrEqual(0.499);
    }),
  );
});
