import { useId } from "react";
import type { NumberView } from "@/lib/quiz/question-view";
import { readNumber } from "@/lib/quiz/read-number";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";
import { RightAnswer } from "./right-answer";

/** A number to be typed, with the cell to find it in where it is to be measured. */
export function NumberField({ question, chosen, verdict, isLocked, onChoose }: FieldProps<NumberView>) {
  const hintId = useId();
  const { unit, cellHref } = question;
  const text = chosen[0] ?? "";
  const isUnreadable = text.trim() !== "" && readNumber(text, unit ?? undefined) === null;
  return (
    <>
      {cellHref !== null && (
        <p className={styles["rule"]}>
          You find it by running a cell:{" "}
          <a href={cellHref} target="_blank" rel="noreferrer">
            open the cell in a new tab
          </a>
        </p>
      )}
      <label className={styles["entry"]}>
        Your answer
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={200}
          value={text}
          disabled={isLocked}
          aria-describedby={hintId}
          aria-invalid={isUnreadable || undefined}
          onChange={(event) => onChoose([event.currentTarget.value])}
        />
        {unit}
      </label>
      <p id={hintId} className={styles["rule"]} aria-live="polite">
        {isUnreadable ? "This cannot be read as a number yet: write digits, as in 1300 or 0.25." : ""}
      </p>
      <RightAnswer verdict={verdict} unit={unit} />
    </>
  );
}
