import * as z from "zod";
import { MultipleChoice } from "./multiple-choice";
import { SingleChoice } from "./single-choice";

/** One question as its author wrote it, with its key: it never leaves the server like this. */
export const Question = z.discriminatedUnion("kind", [SingleChoice, MultipleChoice]);
export type Question = z.infer<typeof Question>;
