import { knownLearner } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { exportLearner } from "@/lib/storage/export-learner.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

/** Everything that is stored of the asking learner, as a file. */
export const GET = answering(async (request: Request) => {
  const learner = knownLearner(request, settings());
  if (learner === null)
    return refuse(404, "Nothing is stored of this browser yet. Answer a quiz or check an exercise first.");
  const stored = await exportLearner(await database(), { learner });
  return new Response(JSON.stringify({ learner, ...stored }, null, 2), {
    headers: {
      "content-type": "application/json",
      "content-disposition": 'attachment; filename="everything-you-did.json"',
    },
  });
});
