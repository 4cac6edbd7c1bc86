import * as z from "zod/mini";
import { QuestionView } from "./question-view";

/** The answer of `GET /api/today`: questions to be practised, each with the token to hand it in with. */
export const TodayView = z.strictObject({
  questions: z.array(z.strictObject({ quiz: z.string(), draw: z.string(), question: QuestionView })),
});
export type TodayView = z.infer<typeof TodayView>;

export type AskedQuestion = TodayView["questions"][number];
