import * as z from "zod/mini";
import { RunBounds } from "./run-bounds";

/** One call of a function in the learner's file and the value it must give; values are JSON in both languages. */
export const CallCase = z.strictObject({
  id: z.string(),
  call: z.string(),
  arguments: z.array(z.json()),
  returns: z.json(),
});
export type CallCase = z.infer<typeof CallCase>;

/** A function of the author's script that judges the learner's file. */
export const TestCase = z.strictObject({ id: z.string(), test: z.string() });
export type TestCase = z.infer<typeof TestCase>;

/** A run of the learner's file as a script, which is held against what is asked of it. */
export const RunCase = z.strictObject({ id: z.string(), run: RunBounds });
export type RunCase = z.infer<typeof RunCase>;

export const CheckCase = z.union([CallCase, TestCase, RunCase]);
export type CheckCase = z.infer<typeof CheckCase>;

/** The call whose work is counted, once on the learner's file and once on the starter. */
export const WorkCase = z.strictObject({
  call: z.string(),
  arguments: z.array(z.json()),
  starter: z.string(),
});
export type WorkCase = z.infer<typeof WorkCase>;

/** A call whose work is counted at rising sizes, each time on a freshly loaded file, and what it gave compared with the starter's. */
export const GrowthCase = z.strictObject({
  call: z.string(),
  runs: z.array(z.strictObject({ size: z.int().check(z.positive()), arguments: z.array(z.json()) })),
  starter: z.string(),
});
export type GrowthCase = z.infer<typeof GrowthCase>;

/** The author's `check.py` or `check.js`, whose functions the cases with `test` name. */
export const CheckScript = z.strictObject({
  code: z.string(),
  /** For what it draws at random: another one at every press of Check. */
  seed: z.int().check(z.nonnegative(), z.lt(2 ** 31)),
});
export type CheckScript = z.infer<typeof CheckScript>;

/** All that a process needs to gather evidence about a learner's file. */
export const CheckPlan = z.strictObject({
  cases: z.array(CheckCase),
  /** Null where no case is a test. */
  script: z.nullable(CheckScript),
  /** Left out: no case's run is compared with the starter's. */
  starter: z.optional(z.string()),
  work: z.nullable(WorkCase),
  /** Left out: nobody asks how the work grows. */
  growth: z.optional(GrowthCase),
});
export type CheckPlan = z.infer<typeof CheckPlan>;
