import * as z from "zod";

/** An anonymous learner: 128 random bits. */
export const LearnerId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .brand<"LearnerId">();
export type LearnerId = z.infer<typeof LearnerId>;
