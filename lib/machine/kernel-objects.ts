import type { KernelLock } from "./kernel-lock";
import { OBJECT_LIMIT, OBJECT_WORDS, SIDES, wordsOf, type KernelMemory } from "./kernel-memory";

/**
 * The table of what processes can have in common: pipes, semaphores and blocks of memory. A process holds an object
 * at one of its sides (a pipe's reading or writing end), any number of times; an object that nobody holds any more is
 * gone and its place is used again. A process that ends lets go of everything.
 *
 * Layout of an object: its kind, how often it is held at either side, then words of its own.
 */
const KIND = 0;
const HELD = 1;
const OWN = 3;
const NONE = 0;

export const KIND_PIPE = 1;
export const KIND_SEMAPHORE = 2;
export const KIND_BLOCK = 3;

/** The machine's tables are full, or something that is not there was asked for. */
export class KernelError extends Error {
  readonly code: "EMFILE" | "ENOSPC" | "EBADF" | "EAGAIN";
  constructor(code: KernelError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

export function openKernelObjects({
  memory,
  lock,
  onLost,
}: {
  memory: KernelMemory;
  lock: KernelLock;
  /** Somebody let go of something: others may wait for that. */
  onLost: () => void;
}) {
  const objects = wordsOf(memory, "objects");
  const holdings = wordsOf(memory, "holdings");
  const at = (id: number, word: number) => id * OBJECT_WORDS + word;
  const holding = (slot: number, id: number, side: number) => (slot * OBJECT_LIMIT + id) * SIDES + side;

  const heldAt = (id: number, side: number) => Atomics.load(objects, at(id, HELD + side));
  const add = (slot: number, id: number, side: number, count: number) => {
    Atomics.add(holdings, holding(slot, id, side), count);
    Atomics.add(objects, at(id, HELD + side), count);
  };
  const removeUnheld = (id: number) => {
    if (heldAt(id, 0) <= 0 && heldAt(id, 1) <= 0) Atomics.store(objects, at(id, KIND), NONE);
  };
  const requireKind = (id: number, kind: number) => {
    if (id < 0 || id >= OBJECT_LIMIT || Atomics.load(objects, at(id, KIND)) !== kind)
      throw new KernelError(
        "EBADF",
        "This pipe, lock or shared memory is no more: whoever made it let go of it.",
      );
  };

  return {
    requireKind,
    heldAt,
    /** A word of the object's own, 0 to 4, to be used with `Atomics` on `objects`. */
    own: (id: number, word: number) => at(id, OWN + word),
    objects,
    /** All living objects of a kind. */
    living: (kind: number) =>
      Array.from({ length: OBJECT_LIMIT }, (_, id) => id).filter(
        (id) => Atomics.load(objects, at(id, KIND)) === kind,
      ),
    /** A new object that the process holds at these sides; call inside the lock. */
    create(kind: number, slot: number, sides: readonly number[]): number {
      for (let id = 0; id < OBJECT_LIMIT; id += 1) {
        if (Atomics.load(objects, at(id, KIND)) !== NONE) continue;
        for (let word = 0; word < OBJECT_WORDS; word += 1) Atomics.store(objects, at(id, word), 0);
        Atomics.store(objects, at(id, KIND), kind);
        for (const side of sides) add(slot, id, side, 1);
        return id;
      }
      throw new KernelError("ENOSPC", `One run has ${OBJECT_LIMIT} pipes, locks and shared values at most.`);
    },
    /** Holds it once more. What is gone already, because who had sent it is no more, cannot be held. */
    retain(id: number, side: number, slot: number) {
      lock.hold(() => {
        if (Atomics.load(objects, at(id, KIND)) !== NONE) add(slot, id, side, 1);
      });
    },
    /** Lets go once. What the process does not hold, it cannot let go of. */
    release(id: number, side: number, slot: number) {
      const wasHeld = lock.hold(() => {
        if (Atomics.load(holdings, holding(slot, id, side)) <= 0) return false;
        add(slot, id, side, -1);
        removeUnheld(id);
        return true;
      });
      if (wasHeld) onLost();
    },
    /** The process is no more. */
    releaseAll(slot: number) {
      lock.hold(() => {
        for (let id = 0; id < OBJECT_LIMIT; id += 1) {
          if (Atomics.load(objects, at(id, KIND)) === NONE) continue;
          for (let side = 0; side < SIDES; side += 1) {
            const count = Atomics.load(holdings, holding(slot, id, side));
            if (count !== 0) add(slot, id, side, -count);
          }
          removeUnheld(id);
        }
      });
      onLost();
    },
  };
}
export type KernelObjects = ReturnType<typeof openKernelObjects>;
