import type { QuestionView } from "@/lib/quiz/question-view";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";
import { RightAnswer } from "./right-answer";

/** A word or a short phrase to be typed. */
export function TextField({
  chosen,
  verdict,
  isLocked,
  onChoose,
}: Omit<FieldProps<QuestionView>, "question">) {
  return (
    <>
      <label className={styles["entry"]}>
        Your answer
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          value={chosen[0] ?? ""}
          disabled={isLocked}
          onChange={(event) => onChoose([event.currentTarget.value])}
        />
      </label>
      <RightAnswer verdict={verdict} />
    </>
  );
}
