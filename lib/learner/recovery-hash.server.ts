import "server-only";
import { scrypt } from "node:crypto";
import { promisify } from "node:util";

/** The same for all: a code is as random as a key, and is looked up by its hash. */
const SALT = "lento recovery code";
const KEY_BYTES = 32;
/** About 50 ms and 32 MB: nothing for who has a code, much for who guesses. */
const WORK = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
/** So many may wait for one another; more than a classroom's worth is somebody guessing. */
const QUEUE_LIMIT = 20;

const derive = promisify<string, string, number, typeof WORK, Buffer>(scrypt);
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * The hash under which a code is kept; null while too many are being made. One after the other and always the same
 * work, whether there is such a code or not, so that guessing is slow however many guess at once.
 */
export async function recoveryHash(code: string): Promise<string | null> {
  if (waiting >= QUEUE_LIMIT) return null;
  waiting += 1;
  const hash = last.then(() => derive(code, SALT, KEY_BYTES, WORK));
  last = hash.catch(() => {});
  try {
    return (await hash).toString("base64url");
  } finally {
    waiting -= 1;
  }
}
