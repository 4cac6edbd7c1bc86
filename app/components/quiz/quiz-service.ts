import * as z from "zod/mini";
import { askAsLearner } from "@/app/components/shell/ask-as-learner";
import { askServer } from "@/app/components/shell/ask-server";
import { handIn } from "@/app/components/shell/hand-in";
import type { AttemptRequest } from "@/lib/quiz/attempt-request";
import { DrawView } from "@/lib/quiz/question-view";
import { TodayView } from "@/lib/quiz/today-view";
import { VerdictView } from "@/lib/quiz/verdict-view";

/** The answer to `POST /api/attempts`. */
export const Graded = z.object({ verdict: VerdictView });
/** New questions for a quiz, without their key. */
export const fetchDraw = (module: string) => askAsLearner(`/api/quizzes/${module}/draw`, DrawView);

/** The questions of a draw that was made before. */
export const fetchDrawAgain = (module: string, draw: string) =>
  askAsLearner(`/api/quizzes/${module}/draw?${new URLSearchParams({ again: draw }).toString()}`, DrawView);

/** New questions to be answered one by one, each with its verdict at once. */
export const fetchPractice = (module: string) =>
  askAsLearner(`/api/quizzes/${module}/draw?mode=practice`, DrawView);

/** The questions missed before that are due to be asked again. */
export const fetchToday = () => askServer("/api/today", TodayView);

/** Hands in answers: they are kept and go out by themselves where there is no connection. Sent again, an attempt counts once. */
export const postAttempt = (attempt: AttemptRequest) =>
  handIn(
    { id: attempt.attemptId, kind: "attempt", title: `Quiz: ${attempt.quiz}`, body: attempt },
    { schema: Graded, onHeldUp: () => false },
  );
