import type { KernelLock } from "./kernel-lock";
import { KIND_SEMAPHORE, type KernelObjects } from "./kernel-objects";
import type { WakeSignal } from "./wake-signal";

const VALUE = 0;
const MOST = 1;

/** Counting semaphores between processes; a lock is one that begins at 1 and has 1 at most. */
export function openSemaphores({
  lock,
  objects,
  signal,
}: {
  lock: KernelLock;
  objects: KernelObjects;
  signal: WakeSignal;
}) {
  const { objects: words, own } = objects;
  return {
    create: (value: number, most: number, slot: number) =>
      lock.hold(() => {
        const semaphore = objects.create(KIND_SEMAPHORE, slot, [0]);
        Atomics.store(words, own(semaphore, VALUE), value);
        Atomics.store(words, own(semaphore, MOST), most);
        return semaphore;
      }),
    value: (semaphore: number) => Atomics.load(words, own(semaphore, VALUE)),
    /** Takes one if there is one. */
    tryAcquire: (semaphore: number): boolean =>
      lock.hold(() => {
        objects.requireKind(semaphore, KIND_SEMAPHORE);
        const value = Atomics.load(words, own(semaphore, VALUE));
        if (value > 0) Atomics.store(words, own(semaphore, VALUE), value - 1);
        return value > 0;
      }),
    /** Gives one back; false where that would be more than the semaphore may have. */
    release(semaphore: number): boolean {
      const isGiven = lock.hold(() => {
        objects.requireKind(semaphore, KIND_SEMAPHORE);
        const value = Atomics.load(words, own(semaphore, VALUE));
        if (value >= Atomics.load(words, own(semaphore, MOST))) return false;
        Atomics.store(words, own(semaphore, VALUE), value + 1);
        return true;
      });
      if (isGiven) signal.raise();
      return isGiven;
    },
  };
}
