import { decodeName, type FileName } from "./file-name";
import {
  bucketAt,
  BUCKET_BITS,
  keyAt,
  nameByteAt,
  nextNameAt,
  NODE_LIMIT,
  placeAt,
  type RegionViews,
} from "./file-region";

/** In place of the next name of a chain. */
const UNLINKED = 0;
const END = 1;
const NAMES = NODE_LIMIT * 2;
const KEY_FACTOR = 0x9e3779b1;

/** One of a node's two names, as a number. */
export const nameOf = (node: number, slot: number) => node * 2 + slot;
/** What stands in `places` for a node that has this name in this folder. */
export const placeIn = (folder: number, name: number) => folder * 2 + (name & 1);

/**
 * The names of nodes, in chains in which they are found by folder and name; call inside the lock. A name is linked
 * before its node is placed and unlinked after that: where a process was terminated in between, a name stays in a
 * chain that is not where its node is, and says nothing.
 */
export function openNames({ words, bytes }: RegionViews) {
  const word = (at: number) => words[at] ?? 0;
  const keyOf = (folder: number, { hash }: FileName) => Math.imul(hash ^ folder, KEY_FACTOR);
  const bucketOf = (key: number) => bucketAt(key >>> (32 - BUCKET_BITS));

  const bytesOf = (name: number) => {
    const start = nameByteAt(name);
    return bytes.subarray(start + 1, start + 1 + (bytes[start] ?? 0));
  };

  /** The word of a chain in which the first name stands that passes; nonsense ends the chain. */
  const wordOfFirst = (bucket: number, passes: (name: number) => boolean): number | null => {
    let at = bucket;
    for (let steps = 0; steps < NAMES; steps += 1) {
      const name = word(at);
      if (name <= END || name >= NAMES) return null;
      if (passes(name)) return at;
      at = nextNameAt(name);
    }
    return null;
  };

  const findByKey = (key: number, folder: number, called: Uint8Array, except: number) => {
    const at = wordOfFirst(bucketOf(key), (name) => {
      if (word(keyAt(name)) !== key || word(placeAt(name >> 1)) !== placeIn(folder, name)) return false;
      const found = bytesOf(name);
      return (
        name >> 1 !== except &&
        found.length === called.length &&
        called.every((byte, nth) => byte === found[nth])
      );
    });
    return at === null ? null : word(at) >> 1;
  };

  const unlink = (name: number) => {
    if (word(nextNameAt(name)) === UNLINKED) return;
    const at = wordOfFirst(bucketOf(word(keyAt(name))), (each) => each === name);
    if (at !== null) Atomics.store(words, at, word(nextNameAt(name)));
    words[nextNameAt(name)] = UNLINKED;
  };

  return {
    textOf: (name: number) => decodeName(bytesOf(name)),
    /** The node of this name in a folder. */
    find: (folder: number, name: FileName) => findByKey(keyOf(folder, name), folder, name.bytes, 0),
    /** Whether a folder has another node of the name that `node` has there. */
    isDouble(node: number, folder: number) {
      const name = nameOf(node, word(placeAt(node)) & 1);
      return findByKey(word(keyAt(name)), folder, bytesOf(name), node) !== null;
    },
    unlink,
    /** Writes a name, which its node does not have yet, and links it. */
    link(name: number, folder: number, text: FileName) {
      unlink(name);
      bytes[nameByteAt(name)] = text.bytes.length;
      bytes.set(text.bytes, nameByteAt(name) + 1);
      words[keyAt(name)] = keyOf(folder, text);
      const bucket = bucketOf(word(keyAt(name)));
      words[nextNameAt(name)] = word(bucket) === UNLINKED ? END : word(bucket);
      Atomics.store(words, bucket, name);
    },
  };
}
