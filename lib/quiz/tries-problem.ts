import type { Quiz } from "./quiz";

/** How many tries are left; null where there is no end to them. */
export const triesLeft = ({ tries }: Quiz, taken: number): number | null =>
  tries === undefined ? null : Math.max(0, tries - taken);

/** Why a quiz cannot be taken again, as a sentence; null if it can. */
export function triesProblem(quiz: Quiz, taken: number): string | null {
  if (triesLeft(quiz, taken) !== 0) return null;
  const times = quiz.tries === 1 ? "once" : `${quiz.tries} times`;
  return `This quiz can be taken ${times}, and you have done so. Your best result stays on the course page.`;
}
