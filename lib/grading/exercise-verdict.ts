import * as z from "zod/mini";
import { WorkUnit } from "@/lib/run/evidence";

/** How one check went. `message` says what came instead, where there is something to say. */
export const CheckVerdict = z.strictObject({
  id: z.string(),
  outcome: z.enum(["passed", "failed", "not-run"]),
  message: z.nullable(z.string()),
});
export type CheckVerdict = z.infer<typeof CheckVerdict>;

/** How the counted work stands to the starter's. The figures are null where nothing was counted. */
export const WorkVerdict = z.strictObject({
  outcome: z.enum(["passed", "too-much", "other-result", "cannot-be-counted", "not-counted"]),
  /** Of the starter's work: 0.2 is a fifth. */
  share: z.nullable(z.number()),
  count: z.nullable(z.number()),
  starterCount: z.nullable(z.number()),
  unit: z.nullable(WorkUnit),
});
export type WorkVerdict = z.infer<typeof WorkVerdict>;

/** What a learner's file earned: it passes only when every check did, and the work where work is asked for. */
export const ExerciseVerdict = z.strictObject({
  outcome: z.enum(["passed", "failed"]),
  checks: z.array(CheckVerdict),
  work: z.nullable(WorkVerdict),
});
export type ExerciseVerdict = z.infer<typeof ExerciseVerdict>;
