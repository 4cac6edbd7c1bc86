"use client";

import { useEffect, useRef, useState } from "react";
import type { AskedQuestion } from "@/lib/quiz/today-view";
import type { QuestionVerdictView } from "@/lib/quiz/verdict-view";
import { newId } from "@/lib/run/new-id";
import { QuestionField } from "./question-field";
import styles from "./quiz-form.module.css";
import { postAttempt } from "./quiz-service";

type Stage =
  | { readonly stage: "answering"; readonly notice: string }
  | { readonly stage: "sending" }
  | { readonly stage: "told"; readonly verdict: QuestionVerdictView };

const OFFLINE = "There is no connection. Your answer stays here; check it again when it is back.";
const answering: Stage = { stage: "answering", notice: "" };

/** Questions one by one, each with its verdict at once. What is answered is an attempt of its own. */
export function Practice({
  title,
  asked,
  again,
}: {
  readonly title: string;
  readonly asked: readonly AskedQuestion[];
  /** What can be done when all are answered. */
  readonly again: { readonly label: string; readonly act: () => void };
}) {
  const [index, setIndex] = useState(0);
  const [answer, setAnswer] = useState<string[]>([]);
  const [attemptId, setAttemptId] = useState(newId);
  const [state, setState] = useState<Stage>(answering);
  const [rightCount, setRightCount] = useState(0);
  const status = useRef<HTMLParagraphElement>(null);
  const isTold = state.stage === "told";
  useEffect(() => {
    if (isTold) status.current?.focus();
  }, [isTold]);

  const current = asked[index];
  if (current === undefined)
    return (
      <div className={styles["quiz"]}>
        <p role="status" className={styles["result"]}>
          {rightCount} of {asked.length} right. What was not comes back in a while, on the course page.
        </p>
        <button type="button" className={styles["button"]} onClick={again.act}>
          {again.label}
        </button>
      </div>
    );

  const { quiz, draw, question } = current;
  const send = async (given: string[]) => {
    setAnswer(given);
    setState({ stage: "sending" });
    const sent = await postAttempt({ attemptId, quiz, drawn: draw, answers: { [question.id]: given } });
    if (sent.outcome === "offline") return setState({ stage: "answering", notice: OFFLINE });
    if (sent.outcome === "refused") {
      // A refusal stored nothing, but what the server could not do now it may have done before.
      if (sent.status < 500) setAttemptId(newId());
      return setState({ stage: "answering", notice: sent.message });
    }
    const verdict = sent.value.verdict.questions[0];
    if (verdict === undefined) throw new Error(`The verdict on the question ${question.id} is empty.`);
    if (verdict.outcome === "right") setRightCount((count) => count + 1);
    return setState({ stage: "told", verdict });
  };
  const next = () => {
    setIndex(index + 1);
    setAnswer([]);
    setAttemptId(newId());
    setState(answering);
  };
  const isLast = index + 1 === asked.length;
  return (
    <form
      aria-label={title}
      className={styles["quiz"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (isTold) next();
        else if (state.stage === "answering") void send(answer);
      }}
    >
      <QuestionField
        key={question.id}
        legend={`Question ${index + 1} of ${asked.length}`}
        question={question}
        chosen={answer}
        verdict={isTold ? state.verdict : null}
        isLocked={state.stage !== "answering"}
        onChoose={(given) => {
          // Other answers need another id: the server may have the first ones.
          setAttemptId(newId());
          setAnswer(given);
        }}
      />
      <div className={styles["end"]}>
        <button type="submit" className={styles["button"]} disabled={state.stage === "sending"}>
          {isTold ? (isLast ? "Finish" : "Next question") : "Check answer"}
        </button>
        {!isTold && (
          <button
            type="button"
            className={styles["quiet"]}
            disabled={state.stage === "sending"}
            onClick={() => void send([])}
          >
            I don’t know
          </button>
        )}
        <p role="status" ref={status} tabIndex={-1}>
          {state.stage === "sending" && "Checking …"}
          {state.stage === "answering" && state.notice}
          {isTold && told[state.verdict.outcome]}
        </p>
      </div>
    </form>
  );
}

const told = {
  right: "Right. Above stands why.",
  partly: "Partly right. Above stands what is missing, and why.",
  wrong: "Not right. Above stands what is, and why.",
  unanswered: "Above stands the answer, and why.",
};
