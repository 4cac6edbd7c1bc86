import "server-only";
import { createHash } from "node:crypto";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A fingerprint by which a repeated request is known; the order of keys does not matter. */
export const payloadHash = (payload: Json): string =>
  createHash("sha256")
    .update(JSON.stringify(inOrder(payload)))
    .digest("base64url");

/** Objects become lists of their entries, so that no key is special. */
function inOrder(value: Json | undefined): unknown {
  if (Array.isArray(value)) return ["list", ...value.map(inOrder)];
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const entries = said.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return ["object", ...entries.map(([key, entry]) => [key, inOrder(entry)])];
}
