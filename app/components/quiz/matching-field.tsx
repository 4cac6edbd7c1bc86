import { useId } from "react";
import type { MatchingView } from "@/lib/quiz/question-view";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";

/** Rows, to each of which an option is chosen from a list. */
export function MatchingField({ question, chosen, verdict, isLocked, onChoose }: FieldProps<MatchingView>) {
  const { rows, options } = question;
  const baseId = useId();
  const choose = (row: number, option: string) =>
    onChoose(rows.map((_row, index) => (index === row ? option : (chosen[index] ?? ""))));
  const textOf = (id: string | undefined) => options.find((option) => option.id === id)?.text;
  return (
    <>
      <p className={styles["rule"]}>
        Each row counts its share of the point. An option may belong to several rows, or to none.
      </p>
      <ul className={styles["rows"]}>
        {rows.map(({ html }, row) => {
          const told = verdict?.options.find(({ id }) => id === String(row)) ?? null;
          const labelId = `${baseId}-${row}`;
          return (
            // Rows have no identity but their place.
            <li key={row} className={styles["choice"]} data-right={told?.right}>
              <div className={styles["row"]}>
                <span id={labelId} dangerouslySetInnerHTML={{ __html: html }} />
                <select
                  aria-labelledby={labelId}
                  value={chosen[row] ?? ""}
                  disabled={isLocked}
                  onChange={(event) => choose(row, event.currentTarget.value)}
                >
                  <option value="">Choose …</option>
                  {options.map(({ id, text }) => (
                    <option key={id} value={id}>
                      {text}
                    </option>
                  ))}
                </select>
              </div>
              {told !== null && (
                <div className={styles["feedback"]}>
                  <b>{told.right ? "Right: " : "Here belongs: "}</b>
                  {textOf(verdict?.right[row])}.{" "}
                  <span dangerouslySetInnerHTML={{ __html: told.feedbackHtml }} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
