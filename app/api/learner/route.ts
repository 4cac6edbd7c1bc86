import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { who } from "@/lib/learner/who.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { refuseFlood } from "@/app/api/refuse-flood.server";

export const dynamic = "force-dynamic";

/** Makes the asking browser known, once: what it asks for later, several things at once too, is one learner's. */
export const POST = answering((request: Request) => {
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return refuse(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return flood;
  const { setCookie } = who(request, settings());
  return new Response(null, { status: 204, headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});
