import * as z from "zod";
import { Choices } from "./choice";
import { questionFields } from "./question-fields";

/** A question with one right option. */
export const SingleChoice = z
  .strictObject({ kind: z.literal("single"), ...questionFields, options: Choices })
  .refine(({ options }) => options.filter(({ right }) => right).length === 1, {
    message: 'A single choice needs exactly one option with "right: true"',
  });
