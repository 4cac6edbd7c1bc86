import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { who } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { saveSurrender } from "@/lib/storage/save-surrender.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { refuseFlood } from "@/app/api/refuse-flood.server";
import { findSolution } from "../find-solution.server";

export const dynamic = "force-dynamic";

type Context = { readonly params: Promise<{ id: string }> };

/** "I give up": opens the solution to this learner. */
export const POST = answering(async (request: Request, { params }: Context) => {
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return refuse(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return flood;
  const { id } = await params;
  if ((await findSolution(id)) === null)
    return refuse(404, "There is no such exercise. Open it again from its lesson.");
  const { learner, setCookie } = who(request, settings());
  await saveSurrender(await database(), { learner, exercise: id, now: new Date() });
  return new Response(null, { status: 204, headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});
