import { wordsOf, type KernelMemory } from "./kernel-memory";

/**
 * One counter for the whole machine: whoever changes what another process may wait for raises it. Who waits looks at
 * the counter first, then at what it waits for, then sleeps until the counter has moved: so no change is missed.
 */
const COUNT = 0;

export function openWakeSignal(memory: KernelMemory) {
  const words = wordsOf(memory, "signal");
  const isShared = !(memory instanceof ArrayBuffer);
  return {
    count: () => Atomics.load(words, COUNT),
    raise() {
      Atomics.add(words, COUNT, 1);
      Atomics.notify(words, COUNT);
    },
    /**
     * Blocks this worker until the counter differs from `seen`, or `timeoutMs` have passed (negative: however long).
     * Memory that is not shared cannot be waited on: then nobody could raise the signal either, and this returns false.
     */
    wait(seen: number, timeoutMs: number): boolean {
      if (!isShared) return false;
      Atomics.wait(words, COUNT, seen, timeoutMs < 0 ? Number.POSITIVE_INFINITY : timeoutMs);
      return true;
    },
  };
}
export type WakeSignal = ReturnType<typeof openWakeSignal>;
