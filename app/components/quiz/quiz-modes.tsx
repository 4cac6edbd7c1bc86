"use client";

import { useState } from "react";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import { PracticeQuiz } from "./practice-quiz";
import { QuizForm } from "./quiz-form";
import styles from "./quiz-modes.module.css";

const modes = { quiz: "As a whole", practice: "One by one" };
type Mode = keyof typeof modes;

/** A practice quiz: taken as a whole, with the verdict at the end, or question by question, with each verdict at once. */
export function QuizModes({ module, title }: { readonly module: string; readonly title: string }) {
  const [mode, setMode] = useState<Mode>("quiz");
  const isHydrated = useIsHydrated();
  return (
    <>
      <div role="radiogroup" aria-label="How to take it" className={styles["modes"]}>
        {(["quiz", "practice"] as const).map((each) => (
          <label key={each} className={styles["mode"]}>
            <input
              type="radio"
              name="quiz-mode"
              checked={mode === each}
              disabled={!isHydrated}
              onChange={() => setMode(each)}
            />
            {modes[each]}
          </label>
        ))}
      </div>
      {mode === "quiz" ? (
        <QuizForm module={module} title={title} />
      ) : (
        <PracticeQuiz module={module} title={title} />
      )}
    </>
  );
}
