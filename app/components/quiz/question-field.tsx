import { useId } from "react";
import type { QuestionView } from "@/lib/quiz/question-view";
import type { QuestionVerdictView } from "@/lib/quiz/verdict-view";
import { ChoiceField } from "./choice-field";
import { FillInField } from "./fill-in-field";
import { MatchingField } from "./matching-field";
import { NumberField } from "./number-field";
import { OrderingField } from "./ordering-field";
import { ParsonsField } from "./parsons-field";
import styles from "./question-field.module.css";
import { StimulusFigure } from "./stimulus-figure";
import { TextField } from "./text-field";

const outcomes = { right: "Right", partly: "Partly right", wrong: "Wrong", unanswered: "Not answered" };

/** How a question of one kind is answered, and how its answer is told to be right or wrong. */
export type FieldProps<View extends QuestionView> = {
  readonly question: View;
  readonly chosen: readonly string[];
  readonly verdict: QuestionVerdictView | null;
  readonly isLocked: boolean;
  readonly onChoose: (answer: string[]) => void;
};

/** One question: to be answered, then with its verdict. */
export function QuestionField({
  legend,
  ...props
}: FieldProps<QuestionView> & {
  /** "Question 3" */
  readonly legend: string;
}) {
  const { question, verdict } = props;
  const promptId = useId();
  return (
    <fieldset className={styles["question"]} data-outcome={verdict?.outcome} aria-describedby={promptId}>
      <legend className={styles["legend"]}>
        {legend}
        {verdict !== null && <span className={styles["outcome"]}>{outcomeOf(verdict)}</span>}
      </legend>
      <div
        id={promptId}
        className={styles["prompt"]}
        dangerouslySetInnerHTML={{ __html: question.promptHtml }}
      />
      {question.stimulus !== null && <StimulusFigure id={question.id} stimulus={question.stimulus} />}
      <AnswerField {...props} />
      {verdict !== null && (
        <div className={styles["explanation"]}>
          {verdict.remarkHtml !== "" && (
            <p className={styles["remark"]} dangerouslySetInnerHTML={{ __html: verdict.remarkHtml }} />
          )}
          <div dangerouslySetInnerHTML={{ __html: verdict.explanationHtml }} />
          {verdict.lessonHref !== null && <a href={verdict.lessonHref}>Read it again in the lesson</a>}
        </div>
      )}
    </fieldset>
  );
}

function AnswerField({ question, ...props }: FieldProps<QuestionView>) {
  switch (question.kind) {
    case "single":
    case "multiple":
    case "true-or-false":
      return <ChoiceField question={question} {...props} />;
    case "numeric":
    case "measured":
      return <NumberField question={question} {...props} />;
    case "text":
      return <TextField {...props} />;
    case "ordering":
      return <OrderingField question={question} {...props} />;
    case "parsons":
      return <ParsonsField question={question} {...props} />;
    case "matching":
      return <MatchingField question={question} {...props} />;
    case "fill-in":
      return <FillInField question={question} {...props} />;
    default:
      return question satisfies never;
  }
}

const outcomeOf = ({ outcome, points }: QuestionVerdictView) =>
  outcome === "partly" ? `${outcomes.partly}, ${points} points` : outcomes[outcome];
