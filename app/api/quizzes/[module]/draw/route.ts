import { randomBytes, randomUUID } from "node:crypto";
import { sealed } from "@/lib/learner/signed.server";
import { who } from "@/lib/learner/who.server";
import { drawQuestions } from "@/lib/quiz/draw";
import { type Drawn, Mode } from "@/lib/quiz/drawn";
import type { DrawView } from "@/lib/quiz/question-view";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import { triesLeft, triesProblem } from "@/lib/quiz/tries-problem";
import { viewQuestion } from "@/lib/quiz/view-question.server";
import { database } from "@/lib/storage/database.server";
import { lastAsked, quizTries } from "@/lib/storage/quiz-history.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

type Context = { readonly params: Promise<{ module: string }> };

/** Draws the questions of one attempt; with `?mode=practice`, questions to be handed in one by one. */
export const GET = answering(async (request: Request, { params }: Context) => {
  const { module: slug } = await params;
  const quiz = await readQuiz(slug);
  if (quiz === null) return refuse(404, "There is no quiz at this address. Choose one on the course page.");
  const mode = Mode.safeParse(new URL(request.url).searchParams.get("mode") ?? "quiz");
  if (!mode.success) return refuse(400, 'There is no such mode. Ask for "quiz" or "practice".');
  if (mode.data === "practice" && quiz.passPercent !== undefined)
    return refuse(
      403,
      "This quiz is taken as a whole. The practice quizzes of the modules are for practice.",
    );
  const { learner, setCookie } = who(request, settings());
  const db = await database();
  const { tries } = await quizTries(db, { learner, quiz: slug });
  const problem = mode.data === "quiz" ? triesProblem(quiz, tries) : null;
  if (problem !== null) return refuse(403, problem);

  const seed = randomBytes(16).toString("base64url");
  const questions = drawQuestions(quiz, {
    seed,
    lastAsked: await lastAsked(db, { learner, quiz: slug, mode: mode.data }),
  });
  const drawn: Drawn = {
    id: randomUUID(),
    quiz: slug,
    mode: mode.data,
    questionIds: questions.map(({ id }) => id),
  };
  const view: DrawView = {
    draw: sealed(drawn, { purpose: "draw", keys: settings().secretKeys }),
    title: quiz.title,
    passPercent: quiz.passPercent ?? null,
    triesLeft: triesLeft(quiz, tries),
    questions: await Promise.all(questions.map((question) => viewQuestion(question, seed))),
  };
  return Response.json(view, { headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});
