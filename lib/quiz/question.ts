import * as z from "zod";
import { FillIn } from "./fill-in";
import { Matching } from "./matching";
import { Measured } from "./measured";
import { MultipleChoice } from "./multiple-choice";
import { Numeric } from "./numeric";
import { Ordering } from "./ordering";
import { Parsons } from "./parsons";
import { ShortText } from "./short-text";
import { SingleChoice } from "./single-choice";
import { TrueOrFalse } from "./true-or-false";

/** One question as its author wrote it, with its key: it never leaves the server like this. */
export const Question = z.discriminatedUnion("kind", [
  SingleChoice,
  MultipleChoice,
  TrueOrFalse,
  Numeric,
  Measured,
  Ordering,
  Matching,
  ShortText,
  FillIn,
  Parsons,
]);
export type Question = z.infer<typeof Question>;
