import "server-only";
import { LearnerId } from "./learner-id";
import { signatureOf, signedBy } from "./signature.server";

const PURPOSE = "learner";
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/** On plain http away from this machine a browser takes neither `Secure` nor the `__Host-` prefix. */
export const cookieName = ({ secure }: { secure: boolean }) => (secure ? "__Host-learner" : "learner");

/** `<id>.<signature>` */
export const cookieValue = (learner: LearnerId, key: string) =>
  `${learner}.${signatureOf({ purpose: PURPOSE, text: learner }, key)}`;

/** The `Set-Cookie` header that makes this browser the learner's. */
export function setCookieHeader(
  learner: LearnerId,
  { secure, key }: { secure: boolean; key: string },
): string {
  return cookieHeader(cookieValue(learner, key), { secure, maxAgeSeconds: MAX_AGE_SECONDS });
}

/** The `Set-Cookie` header after which this browser is nobody's. */
export const clearCookieHeader = ({ secure }: { secure: boolean }): string =>
  cookieHeader("", { secure, maxAgeSeconds: 0 });

function cookieHeader(value: string, { secure, maxAgeSeconds }: { secure: boolean; maxAgeSeconds: number }) {
  const pair = `${cookieName({ secure })}=${value}`;
  const attributes = ["Path=/", `Max-Age=${maxAgeSeconds}`, "HttpOnly", "SameSite=Lax"];
  return [pair, ...attributes, ...(secure ? ["Secure"] : [])].join("; ");
}

/** A learner whose cookie proved genuine, and whether today's key signed it. */
export type CookieBearer = { readonly learner: LearnerId; readonly isSignedWithFirstKey: boolean };

/** The learner of a `Cookie` header; null if there is none that one of the keys signed. */
export function readCookieHeader(
  header: string | null,
  { secure, keys }: { secure: boolean; keys: readonly string[] },
): CookieBearer | null {
  const start = `${cookieName({ secure })}=`;
  const values = (header ?? "").split(";").map((pair) => pair.trim());
  for (const pair of values.filter((pair) => pair.startsWith(start))) {
    const [id, signature, ...more] = pair.slice(start.length).split(".");
    const learner = LearnerId.safeParse(id);
    if (!learner.success || signature === undefined || more.length > 0) continue;
    const keyIndex = signedBy({ purpose: PURPOSE, text: learner.data }, signature, keys);
    if (keyIndex !== null) return { learner: learner.data, isSignedWithFirstKey: keyIndex === 0 };
  }
  return null;
}
