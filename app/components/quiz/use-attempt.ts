import { useCallback, useEffect, useState } from "react";
import type { VerdictView } from "@/lib/quiz/verdict-view";
import { newId } from "@/lib/run/new-id";
import { keep, readKept, type KeptAttempt } from "./kept-attempt";
import { fetchDraw, postAttempt } from "./quiz-service";

type Stage =
  | { readonly stage: "loading" }
  | { readonly stage: "unavailable"; readonly message: string }
  | { readonly stage: "answering"; readonly attempt: KeptAttempt; readonly notice: string }
  | { readonly stage: "sending"; readonly attempt: KeptAttempt }
  /** Sent, and no answer came: it is sent again, unchanged, until one does. */
  | { readonly stage: "waiting"; readonly attempt: KeptAttempt; readonly notice: string }
  | { readonly stage: "graded"; readonly attempt: KeptAttempt; readonly verdict: VerdictView };

const OFFLINE =
  "There is no connection. Your answers are kept on this device and go out by themselves when it is back.";

/** One attempt after the other at a module's quiz: drawn, answered, handed in, graded. */
export function useAttempt(module: string) {
  const [state, setState] = useState<Stage>({ stage: "loading" });

  const draw = useCallback(async () => {
    setState({ stage: "loading" });
    const answer = await fetchDraw(module);
    if (answer.outcome === "answered") {
      const attempt = { attemptId: newId(), drawn: answer.value, answers: {}, isSent: false };
      keep(module, attempt);
      return setState({ stage: "answering", attempt, notice: "" });
    }
    const offline = "The questions come from the server, and there is no connection.";
    return setState({
      stage: "unavailable",
      message: answer.outcome === "offline" ? offline : answer.message,
    });
  }, [module]);

  const submit = useCallback(
    async (answered: KeptAttempt) => {
      const attempt = { ...answered, isSent: true };
      keep(module, attempt);
      setState({ stage: "sending", attempt });
      const { attemptId, drawn, answers } = attempt;
      const answer = await postAttempt({ attemptId, quiz: module, drawn: drawn.draw, answers });
      if (answer.outcome === "offline") return setState({ stage: "waiting", attempt, notice: OFFLINE });
      if (answer.outcome === "refused" && answer.status >= 500)
        return setState({ stage: "waiting", attempt, notice: answer.message });
      if (answer.outcome === "answered") {
        keep(module, null);
        return setState({ stage: "graded", attempt, verdict: answer.value.verdict });
      }
      // Refused: nothing was stored, so the answers are the learner's again.
      const refused = { ...attempt, isSent: false };
      keep(module, refused);
      return setState({ stage: "answering", attempt: refused, notice: answer.message });
    },
    [module],
  );

  useEffect(() => {
    const kept = readKept(module);
    if (kept === null) void draw();
    else if (kept.isSent) void submit(kept);
    else setState({ stage: "answering", attempt: kept, notice: "" });
  }, [module, draw, submit]);

  const waiting = state.stage === "waiting" ? state.attempt : null;
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
