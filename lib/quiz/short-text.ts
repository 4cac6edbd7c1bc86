import * as z from "zod";
import { normalText } from "./normal-text";
import { questionFields } from "./question-fields";

const Forms = z.array(z.string().min(1)).min(1);
const Feedback = z.string().min(1);

/** A question whose answer is a word or a short phrase. Forms are compared without regard to case, spaces and quotes. */
export const ShortText = z
  .strictObject({
    kind: z.literal("text"),
    ...questionFields,
    accepted: Forms.describe("Every form that is right"),
    feedback: Feedback.describe("Markdown, for the right answer"),
    mistakes: z.array(z.strictObject({ forms: Forms, feedback: Feedback })).default([]),
    otherwise: Feedback.describe("Markdown, for any other wrong answer"),
  })
  .superRefine(({ accepted, mistakes }, context) => {
    const right = new Set(accepted.map(normalText));
    for (const [index, { forms }] of mistakes.entries())
      for (const form of forms)
        if (right.has(normalText(form)))
          context.addIssue({
            code: "custom",
            path: ["mistakes", index, "forms"],
            message: `"${form}" is accepted as right above; take it out of one of the two lists`,
          });
  });
