import type { Language } from "@/lib/run/language";

/** Whether the server runs programs in this language again itself; of the others it takes the browser's evidence. */
export const isVerified = (language: Language): language is Exclude<Language, "python"> =>
  language !== "python";
