import { useId } from "react";
import type { ChoiceView } from "@/lib/quiz/question-view";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";

/** Options to choose one or several of. */
export function ChoiceField({ question, chosen, verdict, isLocked, onChoose }: FieldProps<ChoiceView>) {
  const name = useId();
  const isSeveral = question.kind === "multiple";
  const choose = (option: string, isOn: boolean) => {
    if (!isSeveral) return onChoose([option]);
    return onChoose(isOn ? [...chosen, option] : chosen.filter((id) => id !== option));
  };
  return (
    <>
      {isSeveral && (
        <p className={styles["rule"]}>
          Each right one counts its share of the point, and each wrong one takes as much away.
        </p>
      )}
      {question.options.map(({ id, html }) => {
        const told = verdict?.options.find((option) => option.id === id) ?? null;
        const isChosen = chosen.includes(id);
        return (
          <div key={id} className={styles["choice"]} data-right={told?.right}>
            <label className={styles["option"]}>
              <input
                type={isSeveral ? "checkbox" : "radio"}
                name={name}
                checked={isChosen}
                disabled={isLocked}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />
              <span dangerouslySetInnerHTML={{ __html: html }} />
              {told !== null && (
                <span className={styles["mark"]}>
                  {[told.right ? "right" : "", isChosen ? "your answer" : ""].filter(Boolean).join(", ")}
                </span>
              )}
            </label>
            {told !== null && (
              <div className={styles["feedback"]} dangerouslySetInnerHTML={{ __html: told.feedbackHtml }} />
            )}
          </div>
        );
      })}
    </>
  );
}
