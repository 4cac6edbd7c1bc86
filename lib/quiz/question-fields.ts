import * as z from "zod";
import { OpaqueId } from "./opaque-id";
import { Stimulus } from "./stimulus";

/** What every kind of question has. */
export const questionFields = {
  id: OpaqueId,
  tags: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A tag is lower case, with hyphens"))
    .min(1, "A question needs at least one tag, so that a draw can cover every subject"),
  difficulty: z
    .enum(["easy", "medium", "hard"])
    .default("medium")
    .describe("An attempt begins with the easy ones"),
  prompt: z.string().min(1).describe("Markdown: the question, with code and tables where needed"),
  stimulus: z
    .optional(Stimulus)
    .describe("What there is to read: code, a plot, a profile, a terminal report"),
  explanation: z.string().min(1).describe("Markdown, shown after the attempt"),
  lesson: z
    .string()
    .regex(
      /^[a-z0-9-]+\/[a-z0-9-]+(#[a-z0-9_-]+)?$/,
      "A lesson is named by its slugs, as in slow-code/expensive-loop#explain",
    )
    .optional()
    .describe("Where to read about it: module/lesson#heading"),
};
