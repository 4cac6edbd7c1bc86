import { isLesson } from "@/lib/course/is-lesson.server";
import { ReadingRequest } from "@/lib/course/reading-request";
import { knownLearner } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { saveReading } from "@/lib/storage/save-reading.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { readMutation } from "@/app/api/read-mutation.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

const LIMIT_BYTES = 4 * 1024;

/** Notes where the asking learner is in a lesson. Who only reads stays unknown: of them nothing is stored here. */
export const POST = answering(async (request: Request) => {
  const { value, refusal } = await readMutation(request, { schema: ReadingRequest, limitBytes: LIMIT_BYTES });
  if (refusal !== null) return refusal;
  if (!(await isLesson(`/lessons/${value.lesson}`)))
    return refuse(404, "There is no such lesson. Choose one on the course page.");
  const learner = knownLearner(request, settings());
  if (learner !== null) await saveReading(await database(), { learner, ...value, now: new Date() });
  return new Response(null, { status: 204 });
});
