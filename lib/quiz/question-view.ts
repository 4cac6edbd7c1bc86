import * as z from "zod/mini";

/** A question as the browser gets it before the attempt: nothing in it says which options are right. */
export const QuestionView = z.strictObject({
  id: z.string(),
  kind: z.enum(["single", "multiple"]),
  promptHtml: z.string(),
  options: z.array(z.strictObject({ id: z.string(), html: z.string() })),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** The answer of `GET /api/quizzes/<module>/draw`. */
export const DrawView = z.strictObject({
  /** To be sent back with the answers. */
  draw: z.string(),
  title: z.string(),
  questions: z.array(QuestionView),
});
export type DrawView = z.infer<typeof DrawView>;
