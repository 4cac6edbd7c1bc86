"use client";

import { useEffect, useRef } from "react";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import { isAnswered } from "@/lib/quiz/is-answered";
import type { DrawView } from "@/lib/quiz/question-view";
import type { VerdictView } from "@/lib/quiz/verdict-view";
import { QuestionField } from "./question-field";
import styles from "./quiz-form.module.css";
import { ElsewhereNotice } from "./elsewhere-notice";
import { formatPoints } from "./format-points";
import { useAttempt } from "./use-attempt";

/** A practice quiz: questions from the server, answers kept as they are given, the verdict beside each question. */
export function QuizForm({ module, title }: { readonly module: string; readonly title: string }) {
  const { state, elsewhere, decide, draw, submit, answer, last, review, goOn } = useAttempt(module);
  const result = useRef<HTMLParagraphElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const isGraded = state.stage === "graded" || state.stage === "reviewing";
  useEffect(() => {
    if (isGraded) result.current?.focus();
  }, [isGraded]);

  /** The button that was pressed goes away with the focus. */
  const leadTo = async (act: () => Promise<unknown>) => {
    await act();
    requestAnimationFrame(() => form.current?.focus());
  };

  const isHydrated = useIsHydrated();
  if (state.stage === "loading") return <p role="status">{isHydrated && "Drawing questions …"}</p>;
  if (state.stage === "unavailable")
    return (
      <div role="alert" className={styles["unavailable"]}>
        <p>{state.message}</p>
        <button type="button" className={styles["button"]} onClick={() => void draw()}>
          Try again
        </button>
      </div>
    );

  const { attempt } = state;
  const verdict = isGraded ? state.verdict : null;
  const { questions } = attempt.drawn;
  const rules = rulesSentence(attempt.drawn);
  const open = questions.filter(({ id }) => !isAnswered(attempt.answers[id] ?? [])).length;
  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label={title}
      className={styles["quiz"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (state.stage === "answering" || state.stage === "waiting") void submit(attempt);
      }}
    >
      <p role="status" ref={result} tabIndex={-1} className={styles["result"]} hidden={verdict === null}>
        {verdict !== null && resultSentence(verdict)}
      </p>
      {elsewhere !== null && (
        <ElsewhereNotice elsewhere={elsewhere} onDecide={(decision) => void decide(attempt, decision)} />
      )}
      {verdict === null && rules !== "" && <p className={styles["rules"]}>{rules}</p>}
      {state.stage === "answering" && last !== null && (
        <p className={styles["rules"]}>
          Last time: {pointsOf(last.verdict)}.{" "}
          <button type="button" className={styles["review"]} onClick={review}>
            Look at it again
          </button>
        </p>
      )}
      {questions.map((question, index) => (
        <QuestionField
          key={question.id}
          legend={`Question ${index + 1}`}
          question={question}
          chosen={attempt.answers[question.id] ?? []}
          verdict={verdict?.questions.find(({ id }) => id === question.id) ?? null}
          isLocked={state.stage !== "answering"}
          onChoose={(options) => answer(attempt, question.id, options)}
        />
      ))}
      {state.stage === "reviewing" && (
        <button type="button" className={styles["button"]} onClick={() => void leadTo(goOn)}>
          Back to the questions
        </button>
      )}
      {state.stage === "graded" && (
        <button type="button" className={styles["button"]} onClick={() => void leadTo(draw)}>
          Take it again
        </button>
      )}
      {!isGraded && (
        <div className={styles["end"]}>
          <button type="submit" className={styles["button"]} disabled={state.stage === "sending"}>
            Submit
          </button>
          <p role="status">
            {state.stage === "sending" && "Sending …"}
            {state.stage === "waiting" && state.notice}
            {state.stage === "answering" && (state.notice || openSentence(open))}
          </p>
        </div>
      )}
    </form>
  );
}

const openSentence = (open: number) =>
  open === 0 ? "" : `${open === 1 ? "One question is" : `${open} questions are`} still open.`;

const pointsOf = ({ score, outOf }: Pick<VerdictView, "score" | "outOf">) =>
  `${formatPoints(score)} of ${outOf} points`;

function resultSentence({ pass, ...verdict }: VerdictView) {
  const points = pointsOf(verdict);
  const passed =
    pass === null ? "" : pass.isPassed ? ": passed" : `: not passed yet, that takes ${pass.percent} %`;
  return `${points}${passed}. Under each question stands what is right, and why.`;
}

/** What it takes to pass, and how many tries there are, where there are such rules. */
function rulesSentence({ passPercent, triesLeft, questions }: DrawView) {
  const needed = passPercent === null ? null : formatPoints((passPercent * questions.length) / 100);
  return [
    needed === null ? "" : `To pass takes ${needed} of ${questions.length} points.`,
    triesLeft === null
      ? ""
      : triesLeft === 1
        ? "This is the last try."
        : `${triesLeft} tries are left, with this one.`,
  ]
    .filter(Boolean)
    .join(" ");
}
