import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { knownLearner, who } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { hasIdentity } from "@/lib/storage/identity.server";
import { recoveryMadeAt } from "@/lib/storage/recovery.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { refuseFlood } from "@/app/api/refuse-flood.server";

export const dynamic = "force-dynamic";

/** Whether the asking browser is known, and how its learner can go on elsewhere. */
export const GET = answering(async (request: Request) => {
  const { provider } = settings();
  const signIn = provider === null ? null : { host: new URL(provider.issuer).host };
  const learner = knownLearner(request, settings());
  if (learner === null)
    return Response.json({ isKnown: false, isSignedIn: false, recoveryMadeAt: null, signIn });
  const db = await database();
  const [isSignedIn, madeAt] = await Promise.all([
    hasIdentity(db, { learner }),
    recoveryMadeAt(db, { learner }),
  ]);
  return Response.json({ isKnown: true, isSignedIn, recoveryMadeAt: madeAt, signIn });
});

/** Makes the asking browser known, once: what it asks for later, several things at once too, is one learner's. */
export const POST = answering((request: Request) => {
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return refuse(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return flood;
  const { setCookie } = who(request, settings());
  return new Response(null, { status: 204, headers: setCookie === null ? {} : { "set-cookie": setCookie } });
});
