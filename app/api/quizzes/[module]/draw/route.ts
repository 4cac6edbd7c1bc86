import { randomUUID } from "node:crypto";
import { signatureOf } from "@/lib/learner/signature.server";
import { sealed, unsealed } from "@/lib/learner/signed.server";
import { who } from "@/lib/learner/who.server";
import { drawQuestions } from "@/lib/quiz/draw";
import { Drawn, Mode } from "@/lib/quiz/drawn";
import type { Question } from "@/lib/quiz/question";
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

/**
 * Draws the questions of one attempt; with `?mode=practice`, questions to be handed in one by one; with `?again=<draw>`,
 * those of an attempt that was begun on another device.
 */
export const GET = answering(async (request: Request, { params }: Context) => {
  const { module: slug } = await params;
  const quiz = await readQuiz(slug);
  if (quiz === null) return refuse(404, "There is no quiz at this address. Choose one on the course page.");
  const { searchParams } = new URL(request.url);
  const mode = Mode.safeParse(searchParams.get("mode") ?? "quiz");
  if (!mode.success) return refuse(400, 'There is no such mode. Ask for "quiz" or "practice".');
  if (mode.data === "practice" && quiz.passPercent !== undefined)
    return refuse(
      403,
      "This quiz is taken as a whole. The practice quizzes of the modules are for practice.",
    );
  const again = searchParams.get("again");
  const earlier = again === null ? null : openDraw(again);
  if (again !== null && (earlier?.quiz !== slug || earlier.mode !== mode.data))
    return refuse(400, "These questions were not drawn here for this quiz. Draw new ones.");
  const { learner, setCookie } = who(request, settings());
  const db = await database();
  const { tries, drawIds } = await quizTries(db, { learner, quiz: slug });
  const problem = mode.data === "quiz" ? triesProblem(quiz, tries) : null;
  if (problem !== null) return refuse(403, problem);
  if (earlier !== null && drawIds.has(earlier.id))
    return refuse(409, "These questions were handed in before, and that verdict stays. Draw new ones.");

  const id = earlier?.id ?? randomUUID();
  const seed = seedOf(id);
  const questions =
    earlier === null
      ? drawQuestions(quiz, {
          seed,
          lastAsked: await lastAsked(db, { learner, quiz: slug, mode: mode.data }),
        })
      : askedIn(earlier, quiz.questions);
  const drawn: Drawn = { id, quiz: slug, mode: mode.data, questionIds: questions.map(({ id }) => id) };
  const view: DrawView = {
    draw: again ?? sealed(drawn, { purpose: "draw", keys: settings().secretKeys }),
    title: quiz.title,
    passPercent: quiz.passPercent ?? null,
    triesLeft: triesLeft(quiz, tries),
    questions: await Promise.all(questions.map((question) => viewQuestion(question, seed))),
  };
  return Response.json(view, { headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});

const openDraw = (token: string): Drawn | null =>
  unsealed(token, { purpose: "draw", keys: settings().secretKeys, schema: Drawn });

/** Chance from the draw's id, so that its options stand in the same order again; nobody without the key can turn that order back. */
function seedOf(id: string): string {
  const [key = ""] = settings().secretKeys;
  return signatureOf({ purpose: "seed of a draw", text: id }, key);
}

/** What is still there of the questions that were drawn, in their order. */
const askedIn = ({ questionIds }: Drawn, questions: readonly Question[]): Question[] =>
  questionIds.flatMap((id) => questions.find((question) => question.id === id) ?? []);
