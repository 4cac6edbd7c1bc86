import * as z from "zod/mini";
import { WorkUnit } from "@/lib/run/evidence";

/** How one check went. `message` says what came instead, where there is something to say. */
export const CheckVerdict = z.strictObject({
  id: z.string(),
  outcome: z.enum(["passed", "failed", "not-run"]),
  message: z.nullable(z.string()),
});
export type CheckVerdict = z.infer<typeof CheckVerdict>;

/** How the counted work stands to what is asked of it. The figures are null where nothing was counted. */
export const WorkVerdict = z.strictObject({
  outcome: z.enum(["passed", "too-much", "other-result", "cannot-be-counted", "not-counted"]),
  /** Of the starter's work: 0.2 is a fifth. */
  share: z.nullable(z.number()),
  count: z.nullable(z.number()),
  starterCount: z.nullable(z.number()),
  unit: z.nullable(WorkUnit),
  /** Null only in verdicts from before it was said here. */
  message: z._default(z.nullable(z.string()), null),
});
export type WorkVerdict = z.infer<typeof WorkVerdict>;

/** How fast the counted work grows, and whether that is what is asked of it. */
export const GrowthVerdict = z.strictObject({
  outcome: z.enum([
    "passed",
    "too-fast",
    "too-much",
    "other-result",
    "cannot-be-counted",
    "cannot-tell",
    "not-counted",
  ]),
  /** The class that fits best, as `O(n²)`; null where none was found. */
  growthClass: z.nullable(z.string()),
  message: z.string(),
});
export type GrowthVerdict = z.infer<typeof GrowthVerdict>;

/** What a learner's file earned: it passes only when every check did, and the work and its growth where they are asked for. */
export const ExerciseVerdict = z.strictObject({
  outcome: z.enum(["passed", "failed"]),
  checks: z.array(CheckVerdict),
  work: z.nullable(WorkVerdict),
  growth: z._default(z.nullable(GrowthVerdict), null),
});
export type ExerciseVerdict = z.infer<typeof ExerciseVerdict>;
