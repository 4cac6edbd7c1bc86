"use client";

import { useEffect, useState } from "react";
import styles from "./quiz-standing.module.css";

/** How the learner did in a module's quiz, as the server has it. */
export function QuizStanding({ module }: { readonly module: string }) {
  const [sentence, setSentence] = useState("Questions are drawn anew each time.");
  useEffect(() => {
    let isGone = false;
    const show = async () => {
      const { fetchProgress } = await import("./quiz-service");
      const answer = await fetchProgress();
      if (isGone || answer.outcome !== "answered") return;
      const standing = answer.value.quizzes[module];
      if (standing !== undefined) setSentence(standingSentence(standing));
    };
    // What cannot be fetched is not shown: the quiz itself tells of a lost connection.
    show().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [module]);
  return <span className={styles["standing"]}>{sentence}</span>;
}

function standingSentence({ attempts, best }: { attempts: number; best: { score: number; outOf: number } }) {
  const taken = attempts === 1 ? "taken once" : `taken ${attempts} times`;
  return `Your best: ${formatPoints(best.score)} of ${best.outOf}, ${taken}.`;
}

/** Points come in hundredths: 4, 4.5, 4.67. */
export const formatPoints = (points: number) => points.toLocaleString("en", { maximumFractionDigits: 2 });
