import * as z from "zod/mini";

/** A language whose programs the machine can run. */
export const Language = z.enum(["python", "javascript"]);
export type Language = z.infer<typeof Language>;

/** What a learner calls the language, and how its files end. */
export const languages = {
  python: { name: "Python", extension: "py" },
  javascript: { name: "JavaScript", extension: "js" },
} satisfies Record<Language, { name: string; extension: string }>;
