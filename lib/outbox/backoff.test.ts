import { expect, test } from "vitest";
import { backoffMs } from "./backoff";

const after = (failures: number, retryAfterMs: number | null = null, random = 0) =>
  backoffMs({ failures, retryAfterMs, random });

test("each failure doubles the waiting, up to a minute", () => {
  expect([1, 2, 3, 4, 20].map((failures) => after(failures))).toEqual([1_000, 2_000, 4_000, 8_000, 60_000]);
});

test("nobody comes back earlier than the server asks, and not all at once", () => {
  expect(after(1, 5_000)).toBe(5_000);
  expect(after(1, 5_000, 1)).toBe(6_250);
  expect(after(20, 5_000)).toBe(60_000);
});
