import { findExercise } from "@/lib/course/find-exercise.server";
import { highlight } from "@/lib/course/highlight.server";
import { triesUntilSolution } from "@/lib/grading/solution-gate";
import { knownLearner } from "@/lib/learner/who.server";
import { renderMarkdown } from "@/lib/quiz/markdown.server";
import { database } from "@/lib/storage/database.server";
import { exerciseStanding } from "@/lib/storage/exercise-standing.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { languageOf } from "../language-of";

export const dynamic = "force-dynamic";

type Context = { readonly params: Promise<{ id: string }> };

const nothingYet = { passed: false, failedTries: 0, surrendered: false };

/** The author's solution, for learners who passed, tried often enough or gave up. */
export const GET = answering(async (request: Request, { params }: Context) => {
  const found = await findExercise((await params).id);
  if (found === null) return refuse(404, "There is no such exercise. Open it again from its lesson.");
  const language = languageOf(request, found);
  if (language === null)
    return refuse(400, `Say in which language: ?language=${found.languages.join(" or ?language=")}.`);
  const learner = knownLearner(request, settings());
  const standing =
    learner === null ? nothingYet : await exerciseStanding(await database(), { learner, exercise: found.id });
  const tries = triesUntilSolution(standing);
  if (tries > 0)
    return refuse(
      403,
      `The solution opens when you pass, after ${tries} more failed ${tries === 1 ? "try" : "tries"}, or when you give up.`,
    );
  const code = await found.solution(language);
  return Response.json({
    code,
    html: await highlight(code, language),
    explanationHtml: await renderMarkdown(found.exercise.explanation),
  });
});
