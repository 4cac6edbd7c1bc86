import { createHash } from "node:crypto";

/** A short name for this content: the same for the same, in Node. */
export const hashOf = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 16);
};
