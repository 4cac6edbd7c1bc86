import * as z from "zod/mini";

/** One call of a function in the learner's file and the value it must give; values are JSON in both languages. */
export const CheckCase = z.strictObject({
  id: z.string(),
  call: z.string(),
  arguments: z.array(z.json()),
  returns: z.json(),
});
export type CheckCase = z.infer<typeof CheckCase>;

/** The call whose work is counted, once on the learner's file and once on the starter. */
export const WorkCase = z.strictObject({
  call: z.string(),
  arguments: z.array(z.json()),
  starter: z.string(),
});
export type WorkCase = z.infer<typeof WorkCase>;

/** All that a process needs to gather evidence about a learner's file. */
export const CheckPlan = z.strictObject({
  cases: z.array(CheckCase),
  work: z.nullable(WorkCase),
});
export type CheckPlan = z.infer<typeof CheckPlan>;
