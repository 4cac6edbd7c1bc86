import * as z from "zod";
import { distinctIds } from "./distinct-ids";
import { OpaqueId } from "./opaque-id";
import { questionFields } from "./question-fields";

const Step = z.strictObject({
  id: OpaqueId,
  text: z.string().min(1).describe("Markdown"),
  feedback: z.string().min(1).describe("Markdown: why it stands there"),
});

/** Things to be put in order. The file has them in the right one. */
export const Ordering = z.strictObject({
  kind: z.literal("ordering"),
  ...questionFields,
  items: z
    .array(Step)
    .min(3, "Fewer than three things can be put in order by guessing")
    .max(8, "More than eight things cannot be kept in mind at once")
    .superRefine(distinctIds),
});
