import { expect, test } from "vitest";
import { heatOf, HOTTEST } from "./heat";

test("the costliest line is hottest, a tenth of it still warm, and next to nothing cold", () => {
  expect(heatOf(80, 80)).toBe(HOTTEST);
  expect(heatOf(8, 80)).toBe(2);
  expect(heatOf(0.1, 80)).toBe(0);
  expect(heatOf(0, 0)).toBe(0);
});
