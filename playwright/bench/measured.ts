/** One figure of the bench, with the goal of the design where there is one. */
export type Measured = {
  readonly what: string;
  readonly value: number;
  readonly unit: "ms" | "µs" | "kB" | "MB" | "times" | "files" | "attempts" | "1/s" | "shift";
  readonly goal: string;
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("A median needs at least one value.");
  return middle;
}

/** `percentile(values, 99)`: the value that 99 % do not pass. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
