import { FileError } from "./file-error";
import { NAME_LIMIT_BYTES } from "./file-region";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A name as the region keeps it, with the hash that it is found by. */
export type FileName = { readonly bytes: Uint8Array; readonly hash: number };

/** One path names the same folders again and again. */
const known = new Map<string, FileName>();
const KNOWN_LIMIT = 1_000;

/** Refuses what no file can be called. */
export function encodeName(name: string): FileName {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (name === "" || name === "." || name === ".." || name.includes("/") || name.includes("\0"))
    throw new FileError("EINVAL");
  const bytes = encoder.encode(name);
  if (bytes.length > NAME_LIMIT_BYTES) throw new FileError("ENAMETOOLONG");
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, FNV_PRIME);
  if (known.size === KNOWN_LIMIT) known.clear();
  known.set(name, { bytes, hash });
  return { bytes, hash };
}

/** `bytes` may be shared, which decoders refuse. */
export const decodeName = (bytes: Uint8Array) => decoder.decode(new Uint8Array(bytes));
