/** The parts of TypeScript's own library that the machine's engine has: the language, and no browser. */
export const declaredLanguage = ["es2024", "esnext.iterator", "esnext.collection"] as const;
