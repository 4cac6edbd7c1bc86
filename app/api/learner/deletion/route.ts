import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { forgetting, knownLearner } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { deleteLearner } from "@/lib/storage/delete-learner.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { refuseFlood } from "@/app/api/refuse-flood.server";

export const dynamic = "force-dynamic";

/** Deletes the asking learner with everything that is stored of them; the browser is nobody's afterwards. */
export const POST = answering(async (request: Request) => {
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return refuse(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return flood;
  const learner = knownLearner(request, settings());
  if (learner !== null) await deleteLearner(await database(), { learner });
  return new Response(null, { status: 204, headers: { "set-cookie": forgetting(request, settings()) } });
});
