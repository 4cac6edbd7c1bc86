import type { QuestionVerdictView } from "@/lib/quiz/verdict-view";
import styles from "./question-field.module.css";

/** The right answer of a question that was answered with a text, once it may be told. */
export function RightAnswer({
  verdict,
  unit = null,
}: {
  readonly verdict: QuestionVerdictView | null;
  readonly unit?: string | null;
}) {
  const right = verdict?.right[0];
  if (right === undefined) return null;
  return (
    <p className={styles["key"]}>
      Right answer: <b>{right}</b> {unit}
    </p>
  );
}
