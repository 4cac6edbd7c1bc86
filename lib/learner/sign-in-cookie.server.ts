import "server-only";
import { isSecure } from "./is-secure";
import { sealed, unsealed } from "./signed.server";
import { SIGN_IN_LIMIT_SECONDS, SignInBegun } from "./sign-in.server";

type Signing = { readonly secretKeys: readonly string[]; readonly publicOrigin: string | null };

const PURPOSE = "sign-in";
const nameFor = (headers: Headers, { publicOrigin }: Signing) => {
  const secure = isSecure(headers, { publicOrigin });
  return { secure, name: secure ? "__Host-sign-in" : "sign-in" };
};

/** The `Set-Cookie` header by which the browser that began to sign in is known when it comes back. */
export function setSignInCookie(begun: SignInBegun, { headers }: Request, signing: Signing): string {
  const value = sealed(begun, { purpose: PURPOSE, keys: signing.secretKeys });
  return header(value, nameFor(headers, signing), SIGN_IN_LIMIT_SECONDS);
}

/** The `Set-Cookie` header that forgets it: what was begun ends once, however it ends. */
export const clearSignInCookie = ({ headers }: Request, signing: Signing): string =>
  header("", nameFor(headers, signing), 0);

/** What this browser began; null if it began nothing here, or somebody changed it. */
export function readSignInCookie({ headers }: Request, signing: Signing): SignInBegun | null {
  const start = `${nameFor(headers, signing).name}=`;
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
  if (token === undefined) return null;
  return unsealed(token, { purpose: PURPOSE, keys: signing.secretKeys, schema: SignInBegun });
}

function header(value: string, { secure, name }: { secure: boolean; name: string }, maxAgeSeconds: number) {
  const attributes = ["Path=/", `Max-Age=${maxAgeSeconds}`, "HttpOnly", "SameSite=Lax"];
  return [`${name}=${value}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; ");
}
