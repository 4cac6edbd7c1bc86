import { triesUntilSolution } from "@/lib/grading/solution-gate";
import { knownLearner } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { exerciseStanding } from "@/lib/storage/exercise-standing.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { findSolution } from "../find-solution.server";
import { languageOf } from "../language-of";

export const dynamic = "force-dynamic";

type Context = { readonly params: Promise<{ id: string }> };

const nothingYet = { passed: false, failedTries: 0, surrendered: false };

/** The author's solution, for learners who passed, tried often enough or gave up. */
export const GET = answering(async (request: Request, { params }: Context) => {
  const { id } = await params;
  const found = await findSolution(id);
  if (found === null) return refuse(404, "There is no such exercise. Open it again from its lesson.");
  const language = languageOf(request, found);
  if (language === null)
    return refuse(400, `Say in which language: ?language=${found.languages.join(" or ?language=")}.`);
  const learner = knownLearner(request, settings());
  const standing =
    learner === null ? nothingYet : await exerciseStanding(await database(), { learner, exercise: id });
  const tries = triesUntilSolution(standing);
  if (tries > 0)
    return refuse(
      403,
      `The solution opens when you pass, after ${tries} more failed ${tries === 1 ? "try" : "tries"}, or when you give up.`,
    );
  return Response.json(await found.open(language));
});
