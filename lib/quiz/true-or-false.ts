import * as z from "zod";
import { questionFields } from "./question-fields";

const Feedback = z.string().min(1);

/** A statement that is true or false. */
export const TrueOrFalse = z.strictObject({
  kind: z.literal("true-or-false"),
  ...questionFields,
  right: z.boolean(),
  whenTrue: Feedback.describe("Markdown, for who answered that it is true"),
  whenFalse: Feedback.describe("Markdown, for who answered that it is false"),
});
