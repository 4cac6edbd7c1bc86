import { randomBytes, randomUUID } from "node:crypto";
import { sealed } from "@/lib/learner/signed.server";
import { who } from "@/lib/learner/who.server";
import { drawQuestions } from "@/lib/quiz/draw";
import type { Drawn } from "@/lib/quiz/drawn";
import type { DrawView } from "@/lib/quiz/question-view";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import { viewQuestion } from "@/lib/quiz/view-question.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

type Context = { readonly params: Promise<{ module: string }> };

/** Draws the questions of one attempt. */
export const GET = answering(async (request: Request, { params }: Context) => {
  const { module: slug } = await params;
  const quiz = await readQuiz(slug);
  if (quiz === null) return refuse(404, "There is no quiz at this address. Choose one on the course page.");
  const { setCookie } = who(request, settings());
  const seed = randomBytes(16).toString("base64url");
  const questions = drawQuestions(quiz, seed);
  const drawn: Drawn = { id: randomUUID(), quiz: slug, seed, questionIds: questions.map(({ id }) => id) };
  const view: DrawView = {
    draw: sealed(drawn, { purpose: "draw", keys: settings().secretKeys }),
    title: quiz.title,
    questions: await Promise.all(questions.map(viewQuestion)),
  };
  return Response.json(view, { headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});
