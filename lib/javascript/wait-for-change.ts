import type { MachineKernel } from "@/lib/machine/machine-kernel";

/** Where nobody can wake the process, it looks again this often. */
const LONGEST_SLEEP_MS = 50;

/**
 * Waits until something in the machine has changed since its signal counted `seen`, or `timeoutMs` have passed
 * (negative: however long). It may come back sooner.
 */
export async function waitForChange(
  { signal, meters }: Pick<MachineKernel, "signal" | "meters">,
  seen: number,
  { timeoutMs, label }: { timeoutMs: number; label: string },
) {
  meters.beginWait(label);
  if (!signal.wait(seen, timeoutMs)) await sleep(timeoutMs);
  meters.endWait();
}

const sleep = (timeoutMs: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, timeoutMs < 0 ? LONGEST_SLEEP_MS : Math.min(timeoutMs, LONGEST_SLEEP_MS));
  });
