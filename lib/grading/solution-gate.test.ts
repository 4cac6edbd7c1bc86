import { expect, test } from "vitest";
import { triesUntilSolution } from "./solution-gate";

const nothingYet = { passed: false, failedTries: 0, surrendered: false };

test.each([
  [nothingYet, 3],
  [{ ...nothingYet, failedTries: 2 }, 1],
  [{ ...nothingYet, failedTries: 3 }, 0],
  [{ ...nothingYet, failedTries: 9 }, 0],
  [{ ...nothingYet, passed: true }, 0],
  [{ ...nothingYet, surrendered: true }, 0],
])("with %j the solution opens after %d more failed tries", (standing, tries) => {
  expect(triesUntilSolution(standing)).toBe(tries);
});
