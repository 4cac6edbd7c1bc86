import { useId } from "react";
import type { QuestionView } from "@/lib/quiz/question-view";
import type { QuestionVerdictView } from "@/lib/quiz/verdict-view";
import styles from "./question-field.module.css";

const outcomes = { right: "Right", partly: "Partly right", wrong: "Wrong", unanswered: "Not answered" };

/** One question: to be answered, then with its verdict. */
export function QuestionField({
  number,
  question,
  chosen,
  verdict,
  isLocked,
  onChoose,
}: {
  readonly number: number;
  readonly question: QuestionView;
  readonly chosen: readonly string[];
  readonly verdict: QuestionVerdictView | null;
  readonly isLocked: boolean;
  readonly onChoose: (options: string[]) => void;
}) {
  const name = useId();
  const promptId = useId();
  const choose = (option: string, isOn: boolean) => {
    if (question.kind === "single") return onChoose([option]);
    return onChoose(isOn ? [...chosen, option] : chosen.filter((id) => id !== option));
  };
  return (
    <fieldset className={styles["question"]} data-outcome={verdict?.outcome} aria-describedby={promptId}>
      <legend className={styles["legend"]}>
        Question {number}
        {verdict !== null && <span className={styles["outcome"]}>{outcomes[verdict.outcome]}</span>}
      </legend>
      <div
        id={promptId}
        className={styles["prompt"]}
        dangerouslySetInnerHTML={{ __html: question.promptHtml }}
      />
      {question.options.map(({ id, html }) => {
        const told = verdict?.options.find((option) => option.id === id) ?? null;
        const isChosen = chosen.includes(id);
        return (
          <div key={id} className={styles["choice"]} data-right={told?.right}>
            <label className={styles["option"]}>
              <input
                type={question.kind === "single" ? "radio" : "checkbox"}
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
      {verdict !== null && (
        <div className={styles["explanation"]}>
          <div dangerouslySetInnerHTML={{ __html: verdict.explanationHtml }} />
          {verdict.lessonHref !== null && <a href={verdict.lessonHref}>Read it again in the lesson</a>}
        </div>
      )}
    </fieldset>
  );
}
