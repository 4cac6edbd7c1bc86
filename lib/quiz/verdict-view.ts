import * as z from "zod/mini";
import { QuestionOutcome } from "./verdict";

/** What a learner may see of a question after the attempt. A question since removed has no options left to show. */
export const QuestionVerdictView = z.strictObject({
  id: z.string(),
  outcome: QuestionOutcome,
  points: z.number(),
  chosen: z.array(z.string()),
  options: z.array(z.strictObject({ id: z.string(), right: z.boolean(), feedbackHtml: z.string() })),
  explanationHtml: z.string(),
  /** The lesson to read again: `/lessons/<module>/<lesson>#<heading>`. */
  lessonHref: z.nullable(z.string()),
});
export type QuestionVerdictView = z.infer<typeof QuestionVerdictView>;

/** The `verdict` in the answer of `POST /api/attempts`. */
export const VerdictView = z.strictObject({
  score: z.number(),
  outOf: z.int(),
  questions: z.array(QuestionVerdictView),
});
export type VerdictView = z.infer<typeof VerdictView>;
