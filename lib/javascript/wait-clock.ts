import type { MachineKernel } from "@/lib/machine/machine-kernel";

/** By what a process waits: the time, or a simulated one that passes only where something is waited for. */
export type WaitClock = {
  readonly nowMs: () => number;
  /** Nothing else of this process goes on meanwhile. */
  readonly wait: (waitMs: number, label: string) => void;
};

/** The time itself: this worker is blocked as long as it takes; an interrupt ends the wait. */
export const realClock = (
  { signal, meters }: Pick<MachineKernel, "signal" | "meters">,
  isInterrupted: () => boolean,
): WaitClock => ({
  nowMs: () => performance.now(),
  wait(waitMs, label) {
    const end = performance.now() + waitMs;
    meters.beginWait(label);
    for (;;) {
      const seen = signal.count();
      const leftMs = end - performance.now();
      if (leftMs <= 0 || isInterrupted()) break;
      // Where nothing is shared nobody can wake it: there is only the clock to look at.
      signal.wait(seen, leftMs);
    }
    meters.endWait();
  },
});
