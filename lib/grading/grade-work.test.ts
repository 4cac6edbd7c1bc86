import { expect, test } from "vitest";
import type { WorkEvidence } from "@/lib/run/evidence";
import { gradeWork, type WorkBounds } from "./grade-work";

const work = (evidence: Partial<WorkEvidence>): WorkEvidence => ({
  unit: "steps",
  count: 2_000_000,
  starterCount: 4_000_000,
  otherResult: false,
  ...evidence,
});
const atMostHalf: WorkBounds = { atMost: 0.001, atLeastSteps: 10 };

test("too much work is told beside what would do, with the author's reason and the line that did most of it", () => {
  const bounds = { ...atMostHalf, why: "the list is searched again for every name" };
  const verdict = gradeWork(bounds, work({ busiest: { line: 14, share: 0.973 } }));
  expect(verdict.outcome).toBe("too-much");
  expect(verdict.message).toBe(
    "2,000,000 steps (counted) where 4,000 do: the list is searched again for every name. " +
      "Of the starter's work that is 50 %; the target is at most 0.1 %. " +
      "Most of the work is on line 14: 97 % of it.",
  );
});

test("without a line that stands out, and without a reason, neither is told", () => {
  const spread = work({ busiest: { line: 14, share: 0.1 } });
  for (const evidence of [spread, work({})])
    expect(gradeWork(atMostHalf, evidence).message).toMatch(/where 4,000 do\. .* at most 0\.1 %\.$/);
});

test.each([
  ["exactly as many steps as are allowed", { atMostSteps: 2_000_000, atLeastSteps: 1 }, "passed"],
  ["one step more", { atMostSteps: 1_999_999, atLeastSteps: 1 }, "too-much"],
  ["exactly as many for each item", { atMostPerItem: 2_500.5, items: 800, atLeastSteps: 1 }, "passed"],
  ["more for each item", { atMostPerItem: 2_499, items: 800, atLeastSteps: 1 }, "too-much"],
  ["fewer than can be true", { atMostSteps: 3_000_000, atLeastSteps: 2_000_001 }, "cannot-be-counted"],
  ["a smaller share than can be true", { atMostSteps: 3_000_000, atLeast: 0.51 }, "cannot-be-counted"],
])("%s", (_, bounds: WorkBounds, outcome) => {
  expect(gradeWork(bounds, work({})).outcome).toBe(outcome);
});

test("work for each item is told as that", () => {
  const { message } = gradeWork({ atMostPerItem: 12, items: 800, atLeastSteps: 1 }, work({}));
  expect(message).toBe(
    "2,000,000 steps (counted) where 9,600 do. For each of the 800 items that is 2,500; the target is at most 12.",
  );
});

test("of several bounds the narrowest that is passed over is told", () => {
  const { message } = gradeWork({ atMostSteps: 500_000, atMost: 0.4, atLeast: 0.01 }, work({}));
  expect(message).toContain("where 500,000 do. The target is at most 500,000.");
});

test("work that passes is told with its share of the starter's", () => {
  expect(gradeWork({ atMost: 0.6, atLeast: 0.1 }, work({})).message).toBe(
    "2,000,000 steps (counted), 50 % of the starter's.",
  );
});
