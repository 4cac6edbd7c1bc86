import { returnPath } from "@/lib/learner/return-path";
import { beginSignIn } from "@/lib/learner/sign-in.server";
import { setSignInCookie } from "@/lib/learner/sign-in-cookie.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { refuse } from "@/app/api/refuse";
import { CALLBACK_PATH } from "./callback-path";

export const dynamic = "force-dynamic";

/** Sends the browser to the provider to sign in; `?return=` names the page of ours to come back to. */
export const GET = answering(async (request: Request) => {
  const { provider, publicOrigin } = settings();
  if (provider === null || publicOrigin === null) return refuse(404, "Nobody signs in here.");
  const { address, begun } = await beginSignIn({
    provider,
    callback: `${publicOrigin}${CALLBACK_PATH}`,
    returnPath: returnPath(new URL(request.url).searchParams.get("return")),
    now: new Date(),
  });
  const headers = { location: address, "set-cookie": setSignInCookie(begun, request, settings()) };
  return new Response(null, { status: 303, headers });
});
