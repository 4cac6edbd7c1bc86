import type { Quiz } from "./quiz";

/** What learners call it: a quiz that can be passed counts, any other is for practice. */
export const quizName = ({ passPercent }: Pick<Quiz, "passPercent">): string =>
  passPercent === undefined ? "Practice quiz" : "Module quiz";
