import { expect, test } from "vitest";
import { summarise } from "@/lib/measure/summary";
import { comparedSentence, raceSentence, timingSentence } from "./timing-sentences";

const version = (name: string, samplesMs: number[], count: number) => ({
  name,
  code: name,
  samplesMs,
  work: { unit: "steps" as const, count, varies: false },
  countingMs: 1,
});
const said = (samplesMs: number[]) => {
  const summary = summarise(samplesMs);
  if (summary.kind !== "summary") throw new Error("Too few samples.");
  return timingSentence({ name: "This version", samplesMs, summary }, false);
};
const steady = Array.from({ length: 20 }, (_, run) => 100 + (run % 3));
const wild = Array.from({ length: 20 }, (_, run) => (run % 2 === 0 ? 20 : 400));

test("times that scatter are told to be too noisy, steady ones are not", () => {
  expect(said(steady)).not.toContain("Too noisy");
  expect(said(wild)).toContain("Too noisy to tell more: close what else runs, and time it again.");
});

test("a race that chance could have won is told not to be won, and the count tells all the same", () => {
  const sentence = raceSentence(
    version("This version", wild, 100),
    version("The author’s version", wild, 4_100),
  );
  expect(sentence).toContain("Too close or too noisy to tell which is faster");
  expect(sentence).toContain("It does 41 × less counted work.");
});

test("versions that were timed at different times compare by their work, and by their medians with a warning", () => {
  const one = { name: "This version", medianMs: 10, steps: 100 };
  const other = { name: "Your first try", medianMs: 45, steps: 4_100 };
  expect(comparedSentence(one, other)).toBe(
    "This version does 41 × less counted work than Your first try. Its median time was 4.5 × shorter, but not measured in the same session: race them to be sure.",
  );
});
