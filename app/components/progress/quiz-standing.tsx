"use client";

import { formatPoints } from "@/app/components/quiz/format-points";
import styles from "./quiz-standing.module.css";
import { useProgress } from "./use-progress";

/** How the learner did in a module's quiz, as the server has it. */
export function QuizStanding({ module }: { readonly module: string }) {
  const standing = useProgress()?.quizzes[module];
  return (
    <span className={styles["standing"]}>
      {standing === undefined ? "Questions are drawn anew each time." : standingSentence(standing)}
    </span>
  );
}

function standingSentence({ attempts, best }: { attempts: number; best: { score: number; outOf: number } }) {
  const taken = attempts === 1 ? "taken once" : `taken ${attempts} times`;
  return `Your best: ${formatPoints(best.score)} of ${best.outOf}, ${taken}.`;
}
