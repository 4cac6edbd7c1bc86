import { expect, test } from "vitest";
import { CheckScript } from "./check-plan";
import { newSeed } from "./new-seed";

test("a seed is one that a check takes, and another each time", () => {
  const seeds = Array.from({ length: 100 }, newSeed);
  for (const seed of seeds) expect(CheckScript.safeParse({ code: "", seed }).success).toBe(true);
  expect(new Set(seeds).size).toBeGreaterThan(90);
});
