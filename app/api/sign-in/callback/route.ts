import { endSignIn, type SignInBegun } from "@/lib/learner/sign-in.server";
import { clearSignInCookie, readSignInCookie } from "@/lib/learner/sign-in-cookie.server";
import { LearnerId } from "@/lib/learner/learner-id";
import { becoming, knownLearner, newLearnerId } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { learnerOfIdentity, type Identity } from "@/lib/storage/identity.server";
import { mergeLearners } from "@/lib/storage/merge-learners.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { logError } from "@/lib/operating/request-log.server";
import { refuse } from "@/app/api/refuse";
import { CALLBACK_PATH } from "../callback-path";

export const dynamic = "force-dynamic";

/** Where the page says that it did not work, and how to go on. */
const FAILED_PATH = "/progress#sign-in-failed";

/** The provider's answer: this browser becomes that of the learner who signed in, and what it did before is theirs. */
export const GET = answering(async (request: Request) => {
  const { provider, publicOrigin } = settings();
  if (provider === null || publicOrigin === null) return refuse(404, "Nobody signs in here.");
  const begun = readSignInCookie(request, settings());
  const identity = begun === null ? null : await signedIn(request, begun);
  const goTo = (path: string, cookies: readonly string[]) => {
    const headers = new Headers({ location: `${publicOrigin}${path}` });
    for (const cookie of [clearSignInCookie(request, settings()), ...cookies])
      headers.append("set-cookie", cookie);
    return new Response(null, { status: 303, headers });
  };
  if (begun === null || identity === null) return goTo(FAILED_PATH, []);

  const db = await database();
  const now = new Date();
  // Never the id that the browser came with: somebody else may know it.
  const learner = LearnerId.parse(
    await learnerOfIdentity(db, { ...identity, newLearner: newLearnerId(), now }),
  );
  const before = knownLearner(request, settings());
  if (before !== null) await mergeLearners(db, { from: before, into: learner, now });
  return goTo(begun.returnPath, [becoming(learner, request, settings())]);
});

/** Who signed in; null where the provider's answer is none to what this browser began. */
async function signedIn(request: Request, begun: SignInBegun): Promise<Identity | null> {
  const { provider, publicOrigin } = settings();
  if (provider === null) return null;
  const address = new URL(`${publicOrigin}${CALLBACK_PATH}${new URL(request.url).search}`);
  try {
    return await endSignIn({ provider, address, begun, now: new Date() });
  } catch (error) {
    logError(request, error);
    return null;
  }
}
