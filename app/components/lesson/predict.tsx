"use client";

import { useState, type ReactNode } from "react";
import styles from "./predict.module.css";

/**
 * Asks for a guess before the number appears. The explanation is a `details` that opens with the first pick, so that it
 * can be read without JavaScript too.
 */
export function Predict({
  id,
  question,
  options,
  answer,
  children,
}: {
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly answer: number;
  readonly children: ReactNode;
}) {
  const [picked, setPicked] = useState<number | null>(null);
  const verdict =
    picked === null ? "" : picked === answer ? "Just so. " : `Not quite: “${options[answer]}”. `;
  return (
    <fieldset className={styles["predict"]}>
      <legend className={styles["question"]}>
        <span className={styles["kind"]}>Predict</span> {question}
      </legend>
      <div className={styles["options"]}>
        {options.map((option, index) => (
          <label
            key={option}
            className={styles["option"]}
            data-outcome={picked === null ? undefined : outcomeOf(index, picked, answer)}
          >
            <input
              type="radio"
              name={`predict-${id}`}
              checked={picked === index}
              onChange={() => setPicked(index)}
            />
            {option}
          </label>
        ))}
      </div>
      <details className={styles["answer"]} open={picked !== null}>
        <summary>What happens</summary>
        <p role="status" className={styles["verdict"]}>
          {verdict}
        </p>
        {children}
      </details>
    </fieldset>
  );
}

function outcomeOf(index: number, picked: number, answer: number) {
  if (index === answer) return "right";
  return index === picked ? "wrong" : undefined;
}
