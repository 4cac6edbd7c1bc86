import { randomBytes, randomUUID } from "node:crypto";
import { knownLearner } from "@/lib/learner/who.server";
import { sealed } from "@/lib/learner/signed.server";
import type { Drawn } from "@/lib/quiz/drawn";
import { dueQuestions } from "@/lib/quiz/due-questions.server";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import type { AskedQuestion, TodayView } from "@/lib/quiz/today-view";
import { viewQuestion } from "@/lib/quiz/view-question.server";
import { answeredQuestions } from "@/lib/storage/answered-questions.server";
import { database } from "@/lib/storage/database.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";

export const dynamic = "force-dynamic";

const ASKED_A_DAY = 5;

/** Up to five questions that the learner missed before and that are due to be asked again; each is practised by itself. */
export const GET = answering(async (request: Request) => {
  const learner = knownLearner(request, settings());
  const questions: AskedQuestion[] = [];
  const view: TodayView = { questions };
  if (learner === null) return Response.json(view);
  const history = await answeredQuestions(await database(), { learner });
  for (const { quiz, id } of dueQuestions(history, { now: new Date() })) {
    if (questions.length === ASKED_A_DAY) break;
    // The author may have removed it since.
    const question = (await readQuiz(quiz))?.questions.find((candidate) => candidate.id === id);
    if (question === undefined) continue;
    const drawn: Drawn = { id: randomUUID(), quiz, mode: "practice", questionIds: [id] };
    questions.push({
      quiz,
      draw: sealed(drawn, { purpose: "draw", keys: settings().secretKeys }),
      question: await viewQuestion(question, randomBytes(16).toString("base64url")),
    });
  }
  return Response.json(view);
});
