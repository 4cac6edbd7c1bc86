import type { MachineSample } from "@/lib/run/usage";

const MEGABYTE = 1_000_000;

/** What the machine did between two looks at it. */
type Stretch = {
  readonly fromMs: number;
  readonly toMs: number;
  /** How many processes did not wait, on average. */
  readonly notWaiting: number;
  /** At its end. */
  readonly memoryMb: number;
  readonly diskMbPerSecond: number;
  /** How many copies the simulated disk was at, on average. */
  readonly copies: number;
  /** At its end. */
  readonly processes: number;
};

/** The stretches between looks at the machine; the first begins with the program. */
export function stretchesOf(samples: readonly MachineSample[]): Stretch[] {
  const start = { atMs: 0, computingMs: 0, readBytes: 0, writtenBytes: 0, copyingMs: 0 };
  return samples.map((sample, index) => {
    const before = samples[index - 1] ?? start;
    const ms = Math.max(1, sample.atMs - before.atMs);
    const bytes = sample.readBytes + sample.writtenBytes - before.readBytes - before.writtenBytes;
    return {
      fromMs: before.atMs,
      toMs: sample.atMs,
      notWaiting: Math.max(0, (sample.computingMs - before.computingMs) / ms),
      memoryMb: sample.memoryBytes / MEGABYTE,
      diskMbPerSecond: Math.max(0, bytes / MEGABYTE / (ms / 1_000)),
      copies: Math.max(0, (sample.copyingMs - before.copyingMs) / ms),
      processes: sample.processes,
    };
  });
}
