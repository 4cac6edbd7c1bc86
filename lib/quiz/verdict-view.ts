import * as z from "zod/mini";
import { QuestionOutcome } from "./verdict";

/** What a learner may see of a question after the attempt. A question since removed has nothing left to show but its outcome. */
export const QuestionVerdictView = z.strictObject({
  id: z.string(),
  outcome: QuestionOutcome,
  points: z.number(),
  chosen: z.array(z.string()),
  /** Ids of what is right, in its order where that matters; or the right answer as text. */
  right: z.array(z.string()),
  /** What is said to each option, item, line, or row (by its number from 0); `right` means that it belongs to the answer. */
  options: z.array(z.strictObject({ id: z.string(), right: z.boolean(), feedbackHtml: z.string() })),
  /** What is said to the answer as a whole, where it is no choice. */
  remarkHtml: z.string(),
  explanationHtml: z.string(),
  /** The lesson to read again: `/lessons/<module>/<lesson>#<heading>`. */
  lessonHref: z.nullable(z.string()),
});
export type QuestionVerdictView = z.infer<typeof QuestionVerdictView>;

/** The `verdict` in the answer of `POST /api/attempts`. */
export const VerdictView = z.strictObject({
  score: z.number(),
  outOf: z.int(),
  /** Null where there is nothing to pass. */
  pass: z.nullable(z.strictObject({ percent: z.int(), isPassed: z.boolean() })),
  questions: z.array(QuestionVerdictView),
});
export type VerdictView = z.infer<typeof VerdictView>;
