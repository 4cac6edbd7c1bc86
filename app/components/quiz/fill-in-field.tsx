import { useId } from "react";
import type { FillInView } from "@/lib/quiz/question-view";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";

const LONGEST_CODE = 4000;

/** JavaScript with a gap to be filled; the server runs it. */
export function FillInField({ question, chosen, verdict, isLocked, onChoose }: FieldProps<FillInView>) {
  const codeId = useId();
  const text = chosen[0] ?? "";
  const right = verdict?.right[0];
  return (
    <>
      <pre id={codeId} className={styles["code"]} tabIndex={0}>
        {question.before}
        <mark className={styles["gap"]}>{text.trim() === "" ? " … " : text}</mark>
        {question.after}
      </pre>
      <label className={styles["entry"]} data-wide>
        What belongs into the gap (JavaScript; the server runs it)
        <textarea
          rows={Math.min(8, Math.max(2, text.split("\n").length))}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={LONGEST_CODE}
          value={text}
          disabled={isLocked}
          aria-describedby={codeId}
          onChange={(event) => onChoose([event.currentTarget.value])}
        />
      </label>
      {right !== undefined && (
        <div className={styles["key"]}>
          One right answer: <pre className={styles["code"]}>{right}</pre>
        </div>
      )}
    </>
  );
}
