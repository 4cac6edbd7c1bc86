import { useCallback, useEffect, useState } from "react";
import { loadDeviceWork, useDeviceWork } from "@/app/components/shell/load-device-work";
import { meetDraftsElsewhere } from "@/app/components/shell/meet-drafts-elsewhere";
import { hear } from "@/lib/outbox/news";
import { findItem } from "@/lib/outbox/outbox-item";
import { readShared, settleElsewhere, type SharedAttempt } from "@/lib/outbox/shared-attempt";
import type { VerdictView } from "@/lib/quiz/verdict-view";
import { newId } from "@/lib/run/new-id";
import {
  handIn,
  isBegun,
  keep,
  letGo,
  readGraded,
  readKept,
  settle,
  takeBack,
  type GradedAttempt,
  type KeptAttempt,
} from "./kept-attempt";
import { fetchDraw, fetchDrawAgain, Graded, postAttempt } from "./quiz-service";
import { useBegunElsewhere } from "./use-begun-elsewhere";

type Stage =
  | { readonly stage: "loading" }
  | { readonly stage: "unavailable"; readonly message: string }
  | { readonly stage: "answering"; readonly attempt: KeptAttempt; readonly notice: string }
  | { readonly stage: "sending"; readonly attempt: KeptAttempt }
  /** Sent, and no answer came: it is sent again, unchanged, until one does. */
  | { readonly stage: "waiting"; readonly attempt: KeptAttempt; readonly notice: string }
  | { readonly stage: "graded"; readonly attempt: KeptAttempt; readonly verdict: VerdictView }
  /** An earlier attempt, looked at again. */
  | { readonly stage: "reviewing"; readonly attempt: KeptAttempt; readonly verdict: VerdictView };

const OFFLINE =
  "There is no connection. Your answers are kept on this device and go out by themselves when it is back.";
const NO_QUESTIONS = "The questions come from the server, and there is no connection.";
const TAKEN = "You began this on another device. These are your answers from there.";
const NOTHING_KEPT = "This browser keeps nothing for this page: hand in before you leave it.";

/** One attempt after the other at a module's quiz: drawn, answered, handed in, graded. */
export function useAttempt(module: string) {
  const [state, setState] = useState<Stage>({ stage: "loading" });
  const [last, setLast] = useState<GradedAttempt | null>(null);
  const { heldUp } = useDeviceWork();

  const draw = useCallback(async () => {
    setState({ stage: "loading" });
    const answer = await fetchDraw(module);
    if (answer.outcome === "answered") {
      const attempt = { attemptId: newId(), drawn: answer.value, answers: {}, isSent: false };
      await keep(module, attempt);
      return setState({ stage: "answering", attempt, notice: "" });
    }
    return setState({
      stage: "unavailable",
      message: answer.outcome === "offline" ? NO_QUESTIONS : answer.message,
    });
  }, [module]);

  /** Refused: nothing was stored, so the answers are the learner's again. */
  const giveBack = useCallback(
    async (attempt: KeptAttempt, notice: string) => {
      // Another device may have handed in others under the first id.
      const refused = { ...attempt, attemptId: newId(), isSent: false };
      await takeBack(module, attempt, refused);
      setState({ stage: "answering", attempt: refused, notice });
    },
    [module],
  );

  /** What became of an attempt in the outbox. */
  const look = useCallback(
    async (attempt: KeptAttempt) => {
      const item = await findItem(attempt.attemptId).catch(() => null);
      // Its answer made room for others, or another tab showed it: sent again, it is answered again.
      if (item === null) await handIn(module, attempt);
      if (item?.state.name === "refused") return giveBack(attempt, item.state.message);
      if (item?.state.name !== "answered") return undefined;
      const { verdict } = Graded.parse(item.state.answer);
      setState({ stage: "graded", attempt, verdict });
      setLast({ attempt, verdict });
      await settle(module, { attempt, verdict });
      return undefined;
    },
    [module, giveBack],
  );

  const submit = useCallback(
    async (answered: KeptAttempt) => {
      const attempt = { ...answered, isSent: true };
      setState({ stage: "sending", attempt });
      if (await handIn(module, attempt)) return (await loadDeviceWork()).outbox.wake();
      // Where nothing can be kept, it is sent as it is.
      const { attemptId, drawn, answers } = attempt;
      const answer = await postAttempt({ attemptId, quiz: module, drawn: drawn.draw, answers });
      if (answer.outcome === "answered")
        return setState({ stage: "graded", attempt, verdict: answer.value.verdict });
      const notice = answer.outcome === "offline" ? "There is no connection." : answer.message;
      return setState({ stage: "waiting", attempt, notice: `${notice} ${NOTHING_KEPT}` });
    },
    [module],
  );

  /** Goes on with what another device began; false where that cannot be gone on with any more. */
  const resume = useCallback(
    async ({ attemptId, draw: drawnThere, answers }: SharedAttempt): Promise<boolean> => {
      const answer = await fetchDrawAgain(module, drawnThere);
      if (answer.outcome === "refused" && answer.status < 500) return false;
      if (answer.outcome !== "answered") {
        const message = answer.outcome === "offline" ? NO_QUESTIONS : answer.message;
        setState({ stage: "unavailable", message });
        return true;
      }
      const attempt = { attemptId, drawn: answer.value, answers, isSent: false };
      await keep(module, attempt);
      setState({ stage: "answering", attempt, notice: TAKEN });
      return true;
    },
    [module],
  );

  /** Shows what is begun: here, else on another device, else something new. */
  const goOn = useCallback(async () => {
    const kept = await readKept(module);
    if (kept?.isSent === true) return setState({ stage: "sending", attempt: kept });
    if (kept !== null && isBegun(kept)) {
      await keep(module, kept);
      return setState({ stage: "answering", attempt: kept, notice: "" });
    }
    // Nothing is answered here that it could take the place of.
    await settleElsewhere(module, "take").catch(() => {});
    const shared = await readShared(module).catch(() => null);
    if (shared?.attempt && (await resume(shared.attempt))) return undefined;
    return kept === null ? draw() : setState({ stage: "answering", attempt: kept, notice: "" });
  }, [module, draw, resume]);

  const begin = useCallback(async () => {
    // Whoever begins a quiz has work to keep; where that cannot be fetched, nothing is lost yet.
    await loadDeviceWork().catch(() => null);
    await meetDraftsElsewhere(`/quizzes/${module}`).catch(() => {});
    setLast(await readGraded(module));
    await goOn();
  }, [module, goOn]);
  useEffect(() => {
    void begin();
  }, [begin]);

  const isAnswering = state.stage === "answering";
  useEffect(() => {
    if (!isAnswering) return undefined;
    // Answers given in another tab are this one's, too.
    return hear(({ about }, from) => {
      if (about === "attempts" && from === "another tab") void goOn();
    });
  }, [isAnswering, goOn]);

  const elsewhere = useBegunElsewhere(module, { isAnswering });
  const decide = useCallback(
    async (attempt: KeptAttempt, decision: "take" | "keep") => {
      await settleElsewhere(module, decision);
      if (decision === "take") await letGo(module, attempt);
      const theirs = elsewhere?.attempt ?? null;
      if (decision === "take") return theirs !== null && (await resume(theirs)) ? undefined : draw();
      // What was handed in there has this one's id.
      const kept = theirs === null ? { ...attempt, attemptId: newId() } : attempt;
      await keep(module, kept);
      return setState({ stage: "answering", attempt: kept, notice: "" });
    },
    [module, elsewhere, resume, draw],
  );

  const handedIn = state.stage === "sending" ? state.attempt : null;
  useEffect(() => {
    if (handedIn === null) return undefined;
    void look(handedIn);
    return hear(({ about }) => {
      if (about === "outbox") void look(handedIn);
    });
  }, [handedIn, look]);

  const isHeldUp = state.stage === "sending" && heldUp !== null;
  return {
    state: isHeldUp
      ? ({ ...state, stage: "waiting", notice: heldUp.message ?? OFFLINE } satisfies Stage)
      : state,
    /** What another device did meanwhile; null: nothing that is not here. */
    elsewhere,
    decide,
    draw,
    submit,
    /** The attempt graded last on this device, if there is one. */
    last,
    review: () => last !== null && setState({ stage: "reviewing", ...last }),
    /** From there back to what is to be answered. */
    goOn,
    answer(attempt: KeptAttempt, question: string, options: string[]) {
      const changed = { ...attempt, answers: { ...attempt.answers, [question]: options } };
      setState({ stage: "answering", attempt: changed, notice: "" });
      const tellIfLost = async () => {
        if (!(await keep(module, changed)))
          setState({ stage: "answering", attempt: changed, notice: NOTHING_KEPT });
      };
      void tellIfLost();
    },
  };
}
