import * as z from "zod/mini";
import { CaseEvidence } from "@/lib/run/evidence";

/** Goes up whenever the same answers would earn other points. */
export const RUBRIC_VERSION = 1;

/** `partly` is for the kinds that give part of a point. */
export const QuestionOutcome = z.enum(["right", "partly", "wrong", "unanswered"]);
export type QuestionOutcome = z.infer<typeof QuestionOutcome>;

/** What one answer earned, with the key it was held against: a later edit of the quiz does not change it. */
export const QuestionVerdict = z.strictObject({
  id: z.string(),
  outcome: QuestionOutcome,
  /** From 0 to 1, in hundredths. */
  points: z.number(),
  chosen: z.array(z.string()),
  /** Ids of the right options, in their order where it matters; or the right answers as text. */
  right: z.array(z.string()),
  /** What came of running the answer, where it is code. */
  cases: z.optional(z.array(CaseEvidence)),
});
export type QuestionVerdict = z.infer<typeof QuestionVerdict>;

/** What an attempt earned, as it is stored. */
export const Verdict = z.strictObject({
  rubricVersion: z.int(),
  /** The sum of the questions' points, in hundredths. */
  score: z.number(),
  /** One point a question. */
  outOf: z.int(),
  questions: z.array(QuestionVerdict),
});
export type Verdict = z.infer<typeof Verdict>;
