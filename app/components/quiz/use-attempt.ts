import { useCallback, useEffect, useState } from "react";
import type { VerdictView } from "@/lib/quiz/verdict-view";
import { keep, readKept, type KeptAttempt } from "./kept-attempt";
import { fetchDraw, postAttempt } from "./quiz-service";

type Stage =
  | { readonly stage: "loading" }
  | { readonly stage: "unavailable"; readonly message: string }
  | { readonly stage: "answering"; readonly attempt: KeptAttempt; readonly notice: string }
  | { readonly stage: "sending"; readonly attempt: KeptAttempt }
  | { readonly stage: "graded"; readonly attempt: KeptAttempt; readonly verdict: VerdictView };

const OFFLINE = "There is no connection. Your answers are kept on this device; they go out when it is back.";

/** One attempt after the other at a module's quiz: drawn, answered, graded. */
export function useAttempt(module: string) {
  const [state, setState] = useState<Stage>({ stage: "loading" });

  const draw = useCallback(async () => {
    setState({ stage: "loading" });
    const answer = await fetchDraw(module);
    if (answer.outcome === "answered") {
      const attempt = { attemptId: crypto.randomUUID(), drawn: answer.value, answers: {} };
      keep(module, attempt);
      return setState({ stage: "answering", attempt, notice: "" });
    }
    const message =
      answer.outcome === "offline"
        ? "The questions come from the server, and there is no connection."
        : answer.message;
    return setState({ stage: "unavailable", message });
  }, [module]);

  useEffect(() => {
    const kept = readKept(module);
    if (kept === null) void draw();
    else setState({ stage: "answering", attempt: kept, notice: "" });
  }, [module, draw]);

  const submit = useCallback(
    async (attempt: KeptAttempt) => {
      setState({ stage: "sending", attempt });
      const { attemptId, drawn, answers } = attempt;
      const answer = await postAttempt({ attemptId, quiz: module, drawn: drawn.draw, answers });
      if (answer.outcome === "answered") {
        keep(module, null);
        return setState({ stage: "graded", attempt, verdict: answer.value.verdict });
      }
      const notice = answer.outcome === "offline" ? OFFLINE : answer.message;
      return setState({ stage: "answering", attempt, notice });
    },
    [module],
  );

  const waiting = state.stage === "answering" && state.notice === OFFLINE ? state.attempt : null;
  useEffect(() => {
    if (waiting === null) return undefined;
    const send = () => void submit(waiting);
    addEventListener("online", send);
    return () => removeEventListener("online", send);
  }, [waiting, submit]);

  return {
    state,
    draw,
    submit,
    answer(attempt: KeptAttempt, question: string, options: string[]) {
      const changed = { ...attempt, answers: { ...attempt.answers, [question]: options } };
      const isKept = keep(module, changed);
      const notice = isKept ? "" : "This browser keeps nothing for this page: hand in before you leave it.";
      setState({ stage: "answering", attempt: changed, notice });
    },
  };
}
