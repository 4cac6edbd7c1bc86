import * as z from "zod";
import { distinctIds } from "./distinct-ids";
import { OpaqueId } from "./opaque-id";
import { questionFields } from "./question-fields";

const Option = z.strictObject({ id: OpaqueId, text: z.string().min(1).describe("Plain text") });
const Row = z.strictObject({
  text: z.string().min(1).describe("Markdown"),
  match: OpaqueId.describe("The id of the option that belongs to it"),
  feedback: z.string().min(1).describe("Markdown: why these two belong together"),
});

/** Rows, to each of which one of the options belongs. An option may belong to several rows, or to none. */
export const Matching = z
  .strictObject({
    kind: z.literal("matching"),
    ...questionFields,
    options: z.array(Option).min(2).max(8).superRefine(distinctIds),
    rows: z.array(Row).min(2).max(8),
  })
  .superRefine(({ options, rows }, context) => {
    for (const [index, { match }] of rows.entries())
      if (!options.some(({ id }) => id === match))
        context.addIssue({
          code: "custom",
          path: ["rows", index, "match"],
          message: `There is no option "${match}"; write the id of one of the options above`,
        });
  });
