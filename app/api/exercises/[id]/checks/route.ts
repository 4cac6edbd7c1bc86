import { findExercise } from "@/lib/course/find-exercise.server";
import { renderPhrase } from "@/lib/quiz/markdown.server";
import { caseOf } from "@/lib/run/check-case";
import { prepareToVerify } from "@/lib/verify/verify-program.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { languageOf } from "../language-of";

export const dynamic = "force-dynamic";

type Context = { readonly params: Promise<{ id: string }> };

/** The hidden checks and the author's script in that language, which stand in no page: they are asked for when the learner presses Check. */
export const GET = answering(async (request: Request, { params }: Context) => {
  const found = await findExercise((await params).id);
  if (found === null) return refuse(404, "There is no such exercise. Open it again from its lesson.");
  const language = languageOf(request, found);
  if (language === null)
    return refuse(400, `Say which language to check: ?language=${found.languages.join(" or ?language=")}.`);
  // What is checked is handed in next.
  if (language !== "python") prepareToVerify();
  const hidden = found.exercise.checks.filter((check) => check.hidden);
  const checks = hidden.map(async (check) => {
    const { name } = check;
    return { ...caseOf(check), name, nameHtml: await renderPhrase(name) };
  });
  const checkCode = found.checkCodes[language] ?? null;
  return Response.json({ checks: await Promise.all(checks), checkCode });
});
