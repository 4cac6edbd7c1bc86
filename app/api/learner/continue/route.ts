import * as z from "zod";
import { LearnerId } from "@/lib/learner/learner-id";
import { readRecoveryCode } from "@/lib/learner/recovery-code";
import { recoveryHash } from "@/lib/learner/recovery-hash.server";
import { becoming, knownLearner } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { mergeLearners } from "@/lib/storage/merge-learners.server";
import { recoveredLearner } from "@/lib/storage/recovery.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { readMutation } from "@/app/api/read-mutation.server";
import { refuse, refuseForNow } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

const LIMIT_BYTES = 1024;
const WRONG =
  "No learner has this code. Look whether all of it is there, or make a new one where you have worked before.";

const Continuing = z.strictObject({ code: z.string() });

/** Makes the asking browser that of the learner who was given this code; what was done in it before becomes theirs too. */
export const POST = answering(async (request: Request) => {
  const { value, refusal } = await readMutation(request, { schema: Continuing, limitBytes: LIMIT_BYTES });
  if (refusal !== null) return refusal;
  const code = readRecoveryCode(value.code);
  if (code === null) return refuse(404, WRONG);
  const codeHash = await recoveryHash(code);
  if (codeHash === null) return refuseForNow("Many codes are being looked up at the moment.");
  const db = await database();
  const found = await recoveredLearner(db, { codeHash });
  if (found === null) return refuse(404, WRONG);
  const learner = LearnerId.parse(found);
  // The cookie proves whose work it is that becomes the learner's.
  const before = knownLearner(request, settings());
  if (before !== null) await mergeLearners(db, { from: before, into: learner, now: new Date() });
  return new Response(null, {
    status: 204,
    headers: { "set-cookie": becoming(learner, request, settings()) },
  });
});
