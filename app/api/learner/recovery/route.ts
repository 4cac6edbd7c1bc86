import { randomBytes } from "node:crypto";
import { recoveryCodeOf, RECOVERY_CODE_BYTES } from "@/lib/learner/recovery-code";
import { recoveryHash } from "@/lib/learner/recovery-hash.server";
import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { who } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { saveRecovery } from "@/lib/storage/recovery.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse, refuseForNow } from "@/app/api/refuse";
import { refuseFlood } from "@/app/api/refuse-flood.server";

export const dynamic = "force-dynamic";

/** A new recovery code, told this once. The one before it is worth nothing any more. */
export const POST = answering(async (request: Request) => {
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return refuse(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return flood;
  const { learner, setCookie } = who(request, settings());
  const code = recoveryCodeOf(randomBytes(RECOVERY_CODE_BYTES));
  const codeHash = await recoveryHash(code);
  if (codeHash === null) return refuseForNow("Many people are asking for codes at the moment.");
  await saveRecovery(await database(), { learner, codeHash, now: new Date() });
  const headers = setCookie === null ? {} : { "set-cookie": setCookie };
  return Response.json({ code }, { status: 201, headers });
});
