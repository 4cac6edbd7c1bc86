import { wordsOf, type KernelMemory } from "./kernel-memory";

/**
 * What guards the kernel's memory: one word, 0 while it is free, else the owner. Held for microseconds, never while
 * anything is waited for.
 */
const OWNER = 0;
const FREE = 0;

/** The frame, which owns no process slot and may not sleep. */
export const FRAME_OWNER = -1;

/** How often to look again before sleeping: what is guarded is usually done by then. */
const SPINS = 200;
const SLEEP_MS = 1;
/** Some tens of milliseconds: no action takes as long. */
const PATIENCE_SPINS = 5_000_000;

export type KernelLock = { readonly hold: <Result>(action: () => Result) => Result };

/**
 * `owner` is a process slot, or `FRAME_OWNER`. A worker that is terminated goes on for up to two seconds in Chromium;
 * by then its pipes and its slot may be another's. So a process that has ended is halted when it next comes here.
 */
export function openKernelLock(
  memory: KernelMemory,
  owner: number,
  hasEnded: () => boolean = () => false,
): KernelLock {
  const words = wordsOf(memory, "lock");
  const mark = markOf(owner);
  const canSleep = owner !== FRAME_OWNER && !(memory instanceof ArrayBuffer);
  const release = () => {
    Atomics.store(words, OWNER, FREE);
    Atomics.notify(words, OWNER, 1);
  };
  const acquire = () => {
    for (let tries = 0; ; tries += 1) {
      const holder = Atomics.compareExchange(words, OWNER, FREE, mark);
      if (holder === FREE) break;
      if (canSleep && tries > SPINS) Atomics.wait(words, OWNER, holder, SLEEP_MS);
    }
    if (!hasEnded()) return;
    release();
    halt();
  };
  return {
    hold(action) {
      acquire();
      try {
        return action();
      } finally {
        release();
      }
    },
  };
}

/**
 * Frees the lock if that process, which is no more, held it. Where its worker still goes on, it gives it back by itself
 * within microseconds; where the worker was stopped at once, nobody else will.
 */
export function breakKernelLock(memory: KernelMemory, owner: number) {
  const words = wordsOf(memory, "lock");
  for (let tries = 0; tries < PATIENCE_SPINS; tries += 1)
    if (Atomics.load(words, OWNER) !== markOf(owner)) return;
  Atomics.compareExchange(words, OWNER, markOf(owner), FREE);
}

/** Blocks this worker until it is terminated. */
function halt() {
  const nobodys = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (;;) Atomics.wait(nobodys, 0, 0);
}

const markOf = (owner: number) => (owner === FRAME_OWNER ? PROCESS_MARK_END : owner + 1);
const PROCESS_MARK_END = 0x7f_ff_ff_ff;
