import * as z from "zod";
import { noRightMistakes, numberFields } from "./number-fields";
import { questionFields } from "./question-fields";

/** A question whose answer is a figure that the learner finds by running a cell: a counted one, the same everywhere. */
export const Measured = z
  .strictObject({
    kind: z.literal("measured"),
    ...questionFields,
    ...numberFields,
    cell: z
      .string()
      .regex(
        /^[a-z0-9-]+\/[a-z0-9-]+#[a-z0-9-]+$/,
        "A cell is named by its lesson and its id, as in slow-code/expensive-loop#line-profile",
      )
      .describe("The cell to run: module/lesson#cell"),
  })
  .superRefine(noRightMistakes);
export type Measured = z.infer<typeof Measured>;
