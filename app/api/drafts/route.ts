import { DraftPlace, DraftRequest } from "@/lib/course/draft-request";
import { isLesson } from "@/lib/course/is-lesson.server";
import { knownLearner, who } from "@/lib/learner/who.server";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import { database } from "@/lib/storage/database.server";
import { draftsOnPage } from "@/lib/storage/learner-drafts.server";
import { saveDraft } from "@/lib/storage/save-draft.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { readMutation } from "@/app/api/read-mutation.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

/** Room for a draft in any script: JSON may take six bytes for a character. */
const LIMIT_BYTES = 320 * 1024;

/** The asking learner's drafts on one page; a browser that is not known has none. */
export const GET = answering(async (request: Request) => {
  const page = DraftPlace.shape.page.safeParse(new URL(request.url).searchParams.get("page"));
  if (!page.success)
    return refuse(400, "Say which page: ?page=/lessons/<module>/<lesson> or ?page=/quizzes/<module>.");
  const learner = knownLearner(request, settings());
  const drafts = learner === null ? [] : await draftsOnPage(await database(), { learner, page: page.data });
  // Said without words, since most who read have none.
  return drafts.length === 0 ? new Response(null, { status: 204 }) : Response.json({ drafts });
});

/** Stores a draft, if nobody stored another one over the version that it grew from; else tells which. */
export const PUT = answering(async (request: Request) => {
  const { value: draft, refusal } = await readMutation(request, {
    schema: DraftRequest,
    limitBytes: LIMIT_BYTES,
  });
  if (refusal !== null) return refusal;
  if (!(await isThere(draft.page))) return refuse(404, "This page of the course is not there any more.");
  const { learner, setCookie } = who(request, settings());
  const answer = await saveDraft(await database(), { ...draft, learner, now: new Date() });
  if (answer.status === "full")
    return refuse(409, "The server keeps no more drafts of yours. This one stays on your device.");
  return Response.json(answer, { headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});

async function isThere(page: string): Promise<boolean> {
  const [, kind, module = ""] = page.split("/");
  return kind === "quizzes" ? (await readQuiz(module)) !== null : isLesson(page);
}
