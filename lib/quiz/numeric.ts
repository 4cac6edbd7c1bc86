import * as z from "zod";
import { noRightMistakes, numberFields } from "./number-fields";
import { questionFields } from "./question-fields";

/** A question whose answer is a number to be worked out. */
export const Numeric = z
  .strictObject({ kind: z.literal("numeric"), ...questionFields, ...numberFields })
  .superRefine(noRightMistakes);
export type Numeric = z.infer<typeof Numeric>;
