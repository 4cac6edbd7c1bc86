import * as z from "zod";
import { Choices } from "./choice";
import { questionFields } from "./question-fields";

/** A question of which some options are right and some are wrong. */
export const MultipleChoice = z
  .strictObject({ kind: z.literal("multiple"), ...questionFields, options: Choices })
  .refine(({ options }) => options.some(({ right }) => right), {
    message: 'A multiple choice needs at least one option with "right: true"',
  })
  .refine(({ options }) => options.some(({ right }) => !right), {
    message: 'A multiple choice needs at least one wrong option: remove a "right: true"',
  });
