import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { DiskSettings } from "@/lib/run/machine-settings";
import { realClock } from "./wait-clock";

/** How long the simulated disk takes for a file of that size. */
export const diskMs = ({ latencyMs, bytesPerSecond }: DiskSettings, sizeBytes: number) =>
  latencyMs + (sizeBytes * 1_000) / bytesPerSecond;

/** Blocks this worker as long as the simulated disk takes; an interrupt ends the wait. */
export function waitForDisk(
  kernel: Pick<MachineKernel, "signal" | "meters">,
  waitMs: number,
  isInterrupted: () => boolean,
) {
  kernel.meters.beginCopy(waitMs);
  realClock(kernel, isInterrupted).wait(waitMs, "the disk");
  kernel.meters.endCopy();
}
