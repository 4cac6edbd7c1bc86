import * as z from "zod";

const Feedback = z.string().min(1);
const Tolerance = z.number().nonnegative().default(0);

/** What every question has that takes a number for its answer. */
export const numberFields = {
  right: z.number(),
  tolerance: Tolerance.describe("How far beside it an answer may be and still be right"),
  unit: z.string().min(1).max(20).optional(),
  feedback: Feedback.describe("Markdown, for the right answer"),
  mistakes: z
    .array(z.strictObject({ value: z.number(), tolerance: Tolerance, feedback: Feedback }))
    .default([])
    .describe("Wrong answers that tell how they came about, with what to say to them"),
  otherwise: Feedback.describe("Markdown, for any other wrong answer"),
};

/** A refinement for authors: no mistake is near enough to be right. */
export function noRightMistakes(
  { right, tolerance, mistakes }: z.infer<z.ZodObject<typeof numberFields>>,
  context: z.RefinementCtx,
) {
  for (const [index, { value }] of mistakes.entries())
    if (Math.abs(value - right) <= tolerance)
      context.addIssue({
        code: "custom",
        path: ["mistakes", index, "value"],
        message: `${value} counts as right, being within ${tolerance} of ${right}; take it out or lower the tolerance`,
      });
}
