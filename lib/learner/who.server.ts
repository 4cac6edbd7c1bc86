import "server-only";
import { randomBytes } from "node:crypto";
import { isSecure } from "./is-secure";
import { clearCookieHeader, readCookieHeader, setCookieHeader } from "./learner-cookie.server";
import { LearnerId } from "./learner-id";

type Signing = { readonly secretKeys: readonly string[]; readonly publicOrigin: string | null };

const NO_KEY = "There is no secret key to sign with. Set SECRET_KEY.";

/** Who is asking, and the `Set-Cookie` header that the answer must carry, if any. */
export type Who = { readonly learner: LearnerId; readonly setCookie: string | null };

/** The learner this browser is known as; null if it is not, or its cookie was tampered with. */
export const knownLearner = (
  { headers }: Request,
  { secretKeys: keys, publicOrigin }: Signing,
): LearnerId | null =>
  readCookieHeader(headers.get("cookie"), { secure: isSecure(headers, { publicOrigin }), keys })?.learner ??
  null;

/** The learner this browser is known as, or a new one. A cookie signed with an older key is signed anew. */
export function who(
  { headers }: Request,
  { secretKeys: keys, publicOrigin }: Signing,
  newId: () => LearnerId = newLearnerId,
): Who {
  const [key] = keys;
  if (key === undefined) throw new Error(NO_KEY);
  const secure = isSecure(headers, { publicOrigin });
  const bearer = readCookieHeader(headers.get("cookie"), { secure, keys });
  const learner = bearer?.learner ?? newId();
  const isFine = bearer?.isSignedWithFirstKey === true;
  return { learner, setCookie: isFine ? null : setCookieHeader(learner, { secure, key }) };
}

/** The `Set-Cookie` header that makes this browser another learner's. */
export function becoming(
  learner: LearnerId,
  { headers }: Request,
  { secretKeys: [key], publicOrigin }: Signing,
): string {
  if (key === undefined) throw new Error(NO_KEY);
  return setCookieHeader(learner, { secure: isSecure(headers, { publicOrigin }), key });
}

/** The `Set-Cookie` header that makes this browser nobody's. */
export const forgetting = ({ headers }: Request, { publicOrigin }: Signing): string =>
  clearCookieHeader({ secure: isSecure(headers, { publicOrigin }) });

/** A learner that nobody was before. */
export const newLearnerId = (): LearnerId => LearnerId.parse(randomBytes(16).toString("base64url"));
