import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { forgetting, knownLearner, newLearnerId } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { hasIdentity } from "@/lib/storage/identity.server";
import { renameLearner } from "@/lib/storage/rename-learner.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { refuseFlood } from "@/app/api/refuse-flood.server";

export const dynamic = "force-dynamic";

/** Signs the learner out, in every browser: no cookie of theirs is worth anything afterwards. */
export const POST = answering(async (request: Request) => {
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return refuse(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return flood;
  const learner = knownLearner(request, settings());
  const db = await database();
  if (learner === null || !(await hasIdentity(db, { learner })))
    return refuse(409, "Nobody is signed in in this browser. Load the page again.");
  await renameLearner(db, { from: learner, into: newLearnerId(), now: new Date() });
  return new Response(null, { status: 204, headers: { "set-cookie": forgetting(request, settings()) } });
});
