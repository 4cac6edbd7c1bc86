import * as z from "zod/mini";
import { Language } from "./language";
import { languages } from "./language-names";

/** What can be handed in: a program in a language that the machine runs, or the commands entered at a prompt. */
export const SubmittedLanguage = z.enum([...Language.options, "shell"]);
export type SubmittedLanguage = z.infer<typeof SubmittedLanguage>;

/** As people say it behind "in". */
export const submittedIn = (language: SubmittedLanguage) =>
  language === "shell" ? "the shell" : languages[language].name;
