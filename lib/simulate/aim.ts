import { type DialName, type Dials, movedDials } from "./dials";
import type { RunSoFar } from "./watched-run";

/** How a finished run compares with a lesson's aim: nineteen of twenty requests answered in time, and none dropped. */
export type AimVerdict = {
  readonly outcome: "met" | "missed";
  /** Over the whole run. */
  readonly p95Ms: number;
  readonly dropped: number;
  readonly moved: readonly DialName[];
};

/** Judges a run by the 95th percentile of its latency; null before its end. */
export function judgeAim({
  aimP95Ms,
  run: { total, isDone },
  start,
  dials,
}: {
  aimP95Ms: number;
  run: RunSoFar;
  start: Dials;
  dials: Dials;
}): AimVerdict | null {
  if (!isDone || total === null) return null;
  const p95Ms = total.latency?.p95Ms ?? Infinity;
  return {
    outcome: p95Ms <= aimP95Ms && total.dropped === 0 ? "met" : "missed",
    p95Ms,
    dropped: total.dropped,
    moved: movedDials(start, dials),
  };
}
