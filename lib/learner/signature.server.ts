import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

/** What is signed: the purpose keeps a signature made for one thing from passing for another. */
type Message = { readonly purpose: string; readonly text: string };

/** HMAC-SHA256 in base64url. */
export const signatureOf = ({ purpose, text }: Message, key: string): string =>
  createHmac("sha256", key).update(`${purpose}\n${text}`).digest("base64url");

/** The place of the key that made this signature, 0 for the one that signs today; null if none of them did. */
export function signedBy(message: Message, signature: string, keys: readonly string[]): number | null {
  const given = Buffer.from(signature);
  const index = keys.findIndex((key) => {
    const expected = Buffer.from(signatureOf(message, key));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  return index === -1 ? null : index;
}
