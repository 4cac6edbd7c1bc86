import "server-only";
import type * as z from "zod";
import { signatureOf, signedBy } from "./signature.server";

type Sealing = { readonly purpose: string; readonly keys: readonly string[] };

/** A token that carries `value` in the open and shows whether anyone changed it. The first key signs. */
export function sealed(value: unknown, { purpose, keys: [key] }: Sealing): string {
  if (key === undefined) throw new Error("There is no secret key to sign with. Set SECRET_KEY.");
  const text = Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${text}.${signatureOf({ purpose, text }, key)}`;
}

/** The value in a token sealed for this purpose; null if it was changed, or made for something else. */
export function unsealed<Schema extends z.ZodType>(
  token: string,
  { purpose, keys, schema }: Sealing & { readonly schema: Schema },
): z.output<Schema> | null {
  const [text, signature, ...more] = token.split(".");
  if (text === undefined || signature === undefined || more.length > 0) return null;
  if (signedBy({ purpose, text }, signature, keys) === null) return null;
  const parsed = schema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
  return parsed.success ? parsed.data : null;
}
