import type { Language } from "./language";

/** What a learner calls the language, and how its files end. */
export const languages = {
  python: { name: "Python", extension: "py" },
  javascript: { name: "JavaScript", extension: "js" },
  typescript: { name: "TypeScript", extension: "ts" },
} satisfies Record<Language, { name: string; extension: string }>;
