import { Worker } from "node:worker_threads";
import { sectionOf, type KernelMemory } from "@/lib/machine/kernel-memory";
import { STOP_SIGNAL } from "@/lib/machine/process-message";

/** What the frame and a process of its have in common: the byte of its interrupts, and the kernel's memory. */
type Shared = { readonly interrupt: SharedArrayBuffer; readonly kernel: { readonly memory: KernelMemory } };

const SIGALRM = 14;
/** As often as the frame does it. */
const TURN_MS = 5;

const CODE = `
const { workerData: { interrupt, memory, signalOffset, number, everyMs, afterMs } } = require("node:worker_threads");
const byte = new Uint8Array(interrupt);
const signal = new Int32Array(memory, signalOffset, 1);
if (everyMs !== null) setInterval(() => Atomics.compareExchange(byte, 0, 0, number), everyMs);
else setTimeout(() => {
  Atomics.store(byte, 0, number);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}, afterMs);`;

const play = ({ interrupt, kernel: { memory } }: Shared, what: object) =>
  new Worker(CODE, {
    eval: true,
    workerData: { interrupt, memory, signalOffset: sectionOf("signal").byteOffset, ...what },
  });

/** Presses Stop as the frame does: from another thread, while Python computes or waits. */
export const stopAfter = (shared: Shared, afterMs: number) =>
  play(shared, { number: STOP_SIGNAL, everyMs: null, afterMs });

/** Ends threads' turns as the frame does, as long as the action takes. */
export async function endingTurns<Result>(
  shared: Shared,
  action: (ticking: Worker) => Promise<Result>,
): Promise<Result> {
  const ticking = play(shared, { number: SIGALRM, everyMs: TURN_MS, afterMs: 0 });
  try {
    return await action(ticking);
  } finally {
    await ticking.terminate();
  }
}
