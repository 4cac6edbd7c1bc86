import * as z from "zod/mini";
import { StimulusView } from "./stimulus";

const shown = {
  id: z.string(),
  promptHtml: z.string(),
  stimulus: z.nullable(StimulusView),
};
const Option = z.strictObject({ id: z.string(), html: z.string() });

const ChoiceView = z.strictObject({
  kind: z.enum(["single", "multiple", "true-or-false"]),
  ...shown,
  options: z.array(Option),
});
export type ChoiceView = z.infer<typeof ChoiceView>;

const NumberView = z.strictObject({
  kind: z.enum(["numeric", "measured"]),
  ...shown,
  unit: z.nullable(z.string()),
  /** Where the cell to run stands, for a measured one. */
  cellHref: z.nullable(z.string()),
});
export type NumberView = z.infer<typeof NumberView>;

const TextView = z.strictObject({ kind: z.literal("text"), ...shown });

const OrderingView = z.strictObject({ kind: z.literal("ordering"), ...shown, items: z.array(Option) });
export type OrderingView = z.infer<typeof OrderingView>;

const ParsonsView = z.strictObject({
  kind: z.literal("parsons"),
  ...shown,
  /** Those that do not belong among them. */
  lines: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});
export type ParsonsView = z.infer<typeof ParsonsView>;

const MatchingView = z.strictObject({
  kind: z.literal("matching"),
  ...shown,
  rows: z.array(z.strictObject({ html: z.string() })),
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});
export type MatchingView = z.infer<typeof MatchingView>;

const FillInView = z.strictObject({
  kind: z.literal("fill-in"),
  ...shown,
  before: z.string(),
  after: z.string(),
});
export type FillInView = z.infer<typeof FillInView>;

/** A question as the browser gets it before the attempt: nothing in it says what is right. */
export const QuestionView = z.discriminatedUnion("kind", [
  ChoiceView,
  NumberView,
  TextView,
  OrderingView,
  ParsonsView,
  MatchingView,
  FillInView,
]);
export type QuestionView = z.infer<typeof QuestionView>;

/** The answer of `GET /api/quizzes/<module>/draw`. */
export const DrawView = z.strictObject({
  /** To be sent back with the answers. */
  draw: z.string(),
  title: z.string(),
  /** How much it takes to pass, and how many tries are left with this one; null where there is no such rule. */
  passPercent: z.nullable(z.int()),
  triesLeft: z.nullable(z.int()),
  questions: z.array(QuestionView),
});
export type DrawView = z.infer<typeof DrawView>;
