/** Whether anything was answered: an empty text, or rows that were all left open, are no answer. */
export const isAnswered = (chosen: readonly string[]): boolean => chosen.some((part) => part.trim() !== "");
