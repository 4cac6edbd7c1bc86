import * as z from "zod";
import { distinctIds } from "./distinct-ids";
import { OpaqueId } from "./opaque-id";

/** One option of a question. */
export const Choice = z.strictObject({
  id: OpaqueId,
  text: z.string().min(1).describe("Markdown"),
  right: z.boolean().default(false),
  feedback: z.string().min(1).describe("Markdown, shown after the attempt: why it is right or wrong"),
});
export type Choice = z.infer<typeof Choice>;

export const Choices = z
  .array(Choice)
  .min(2, "A question needs at least two options")
  .max(8, "More than eight options cannot be weighed against each other; leave some out")
  .superRefine(distinctIds);
