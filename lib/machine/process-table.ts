import type { KernelLock } from "./kernel-lock";
import { PROCESS_LIMIT, PROCESS_SLOTS, wordsOf, type KernelMemory } from "./kernel-memory";
import { KernelError } from "./kernel-objects";
import type { WakeSignal } from "./wake-signal";

/** Low numbers are the system's own on any machine. */
const FIRST_PID = 100;

/** Layout: for each process, in the order they were started, these words. */
const PROCESS_WORDS = 4;
const STATE = 0;
const EXIT_CODE = 1;
const SLOT = 2;
const NONE = 0;
const ALIVE = 1;
const ENDED = 2;
/** It runs no more, and what it held is being let go of: nobody else has its slot yet. */
const ENDING = 3;

/** Whether the frame has said that this process is no more. */
export function hasEnded(memory: KernelMemory, pid: number) {
  const state = Atomics.load(wordsOf(memory, "processes"), (pid - FIRST_PID) * PROCESS_WORDS + STATE);
  return state === ENDED || state === ENDING;
}

/** Who runs, in which slot, and how those that are no more have ended. */
export function openProcessTable({
  memory,
  lock,
  signal,
}: {
  memory: KernelMemory;
  lock: KernelLock;
  signal: WakeSignal;
}) {
  const words = wordsOf(memory, "processes");
  const read = (pid: number, word: number) => Atomics.load(words, (pid - FIRST_PID) * PROCESS_WORDS + word);
  const write = (pid: number, word: number, value: number) =>
    void Atomics.store(words, (pid - FIRST_PID) * PROCESS_WORDS + word, value);
  const isKnown = (pid: number) => pid >= FIRST_PID && pid < FIRST_PID + PROCESS_LIMIT;
  const started = () => {
    let pid = FIRST_PID;
    while (isKnown(pid) && read(pid, STATE) !== NONE) pid += 1;
    return pid;
  };
  const inState = (...states: readonly number[]) => {
    const pids: number[] = [];
    for (let pid = FIRST_PID; isKnown(pid) && read(pid, STATE) !== NONE; pid += 1)
      if (states.includes(read(pid, STATE))) pids.push(pid);
    return pids;
  };
  const alive = () => inState(ALIVE);
  const slotsTaken = () => new Set(inState(ALIVE, ENDING).map((pid) => read(pid, SLOT)));

  return {
    /** A number and a slot for a process that is about to be started. */
    reserve: () =>
      lock.hold(() => {
        const taken = slotsTaken();
        const slot = Array.from({ length: PROCESS_SLOTS }, (_, each) => each).find(
          (each) => !taken.has(each),
        );
        const pid = started();
        if (slot === undefined)
          throw new KernelError("EAGAIN", `this machine runs ${PROCESS_SLOTS} processes at once at most`);
        if (!isKnown(pid))
          throw new KernelError("EAGAIN", `one run may start ${PROCESS_LIMIT} processes at most`);
        write(pid, SLOT, slot);
        write(pid, STATE, ALIVE);
        return { pid, slot };
      }),
    alive,
    /** How many were ever started. */
    count: () => started() - FIRST_PID,
    /** The slot of a process that is alive. */
    slotOf: (pid: number) => (isKnown(pid) && read(pid, STATE) === ALIVE ? read(pid, SLOT) : null),
    isTaken: (slot: number) => slotsTaken().has(slot),
    /** Null while it runs; negative where a signal ended it. */
    exitCodeOf: (pid: number) => (isKnown(pid) && read(pid, STATE) === ENDED ? read(pid, EXIT_CODE) : null),
    /** The frame is about to end a process, which is halted where it would touch what the others have. */
    beginEnd(pid: number) {
      if (isKnown(pid) && read(pid, STATE) === ALIVE) write(pid, STATE, ENDING);
    },
    /** The frame says that a process is no more, and holds nothing. Its slot may be used again. */
    end(pid: number, exitCode: number) {
      if (!isKnown(pid) || (read(pid, STATE) !== ALIVE && read(pid, STATE) !== ENDING)) return;
      write(pid, EXIT_CODE, exitCode);
      write(pid, STATE, ENDED);
      signal.raise();
    },
  };
}
