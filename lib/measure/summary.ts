import { quantile } from "./quantile";

/** Fewer runs have no quartiles that mean anything. */
export const FEWEST_RUNS = 5;
/** Half the width of a 95 % interval for a median is this · interquartile range / √runs (McGill, Tukey and Larsen, 1978). */
const NOTCH = 1.57;
const LARGEST_ERROR = 0.1;

/** The times of the same program in several runs, in milliseconds. */
export type Summary =
  | { readonly kind: "nothing to tell"; readonly runs: number; readonly runsNeeded: number }
  | {
      readonly kind: "summary";
      readonly runs: number;
      readonly medianMs: number;
      readonly lowerQuartileMs: number;
      readonly upperQuartileMs: number;
      readonly minMs: number;
      readonly maxMs: number;
      /** Interquartile range / median: how far the middle half of the runs lies apart. One slow run does not change it. */
      readonly spread: number;
      /** How far the median may be off, as a share of it, with 95 % confidence: 1.57 · spread / √runs. */
      readonly medianError: number;
      readonly isTooNoisy: boolean;
    };

/**
 * Sums times up. They are too noisy where the median may be off by more than 10 %, for then two versions must differ by
 * a fifth before one can be called faster; with five runs that is a spread of 14 %, about the standard deviation of 10 %
 * at which pyperf warns. More runs help, for the error falls with their root. Times of 0 are too noisy: the clock could
 * not see them.
 */
export function summarise(timesMs: readonly number[]): Summary {
  const wrong = timesMs.find((each) => !(each >= 0 && Number.isFinite(each)));
  if (wrong !== undefined) throw new RangeError(`A time of ${wrong} ms was given: times are 0 or more.`);
  const runs = timesMs.length;
  if (runs < FEWEST_RUNS) return { kind: "nothing to tell", runs, runsNeeded: FEWEST_RUNS };
  const ascending = timesMs.toSorted((one, other) => one - other);
  const at = (share: number) => quantile(ascending, share);
  const [minMs, lowerQuartileMs, medianMs, upperQuartileMs, maxMs] = [
    at(0),
    at(0.25),
    at(0.5),
    at(0.75),
    at(1),
  ];
  const spread = medianMs === 0 ? Infinity : (upperQuartileMs - lowerQuartileMs) / medianMs;
  const medianError = (NOTCH * spread) / Math.sqrt(runs);
  return {
    kind: "summary",
    runs,
    medianMs,
    lowerQuartileMs,
    upperQuartileMs,
    minMs,
    maxMs,
    spread,
    medianError,
    isTooNoisy: medianError > LARGEST_ERROR,
  };
}
