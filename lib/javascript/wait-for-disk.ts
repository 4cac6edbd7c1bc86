import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { DiskSettings } from "@/lib/run/machine-settings";

/** How long the simulated disk takes for a file of that size. */
export const diskMs = ({ latencyMs, bytesPerSecond }: DiskSettings, sizeBytes: number) =>
  latencyMs + (sizeBytes * 1_000) / bytesPerSecond;

/** Blocks this worker as long as the simulated disk takes; an interrupt ends the wait. */
export function waitForDisk(
  { signal, meters }: Pick<MachineKernel, "signal" | "meters">,
  waitMs: number,
  isInterrupted: () => boolean,
) {
  const end = performance.now() + waitMs;
  meters.beginCopy(waitMs);
  meters.beginWait();
  for (;;) {
    const seen = signal.count();
    const leftMs = end - performance.now();
    if (leftMs <= 0 || isInterrupted()) break;
    // Where nothing is shared nobody can wake it: there is only the clock to look at.
    signal.wait(seen, leftMs);
  }
  meters.endWait();
  meters.endCopy();
}
