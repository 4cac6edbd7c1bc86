import * as z from "zod";
import { distinctIds } from "./distinct-ids";
import { OpaqueId } from "./opaque-id";
import { questionFields } from "./question-fields";

const Line = z.strictObject({
  id: OpaqueId,
  text: z.string().min(1).describe("The line with its indentation"),
  feedback: z.string().min(1).describe("Markdown: why it stands there, or why it does not belong"),
});

/** A program in single lines, to be put together again. The file has them in the right order. */
export const Parsons = z
  .strictObject({
    kind: z.literal("parsons"),
    ...questionFields,
    lines: z.array(Line).min(3, "A program of fewer than three lines needs no sorting").max(12),
    distractors: z.array(Line).max(4).default([]).describe("Lines that do not belong to the program"),
  })
  .superRefine(({ lines, distractors }, context) => distinctIds([...lines, ...distractors], context));
