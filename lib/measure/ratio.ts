import { medianInterval } from "./median-interval";
import { median } from "./quantile";

/** How one version's times stand to another's. */
export type Ratio =
  | {
      readonly kind: "ratio";
      /** The first version's median time / the second's: 0.5 is half the time. */
      readonly ratio: number;
      /** Where the true ratio lies, with 95 % confidence. */
      readonly low: number;
      readonly high: number;
      /** Of the first version. */
      readonly verdict: "faster" | "slower" | "cannot be told";
    }
  | { readonly kind: "nothing to tell"; readonly because: string };

/**
 * Compares two versions that ran by turns: run i of the one beside run i of the other. What slows a machine for a while
 * slows both runs of a pair, so the interval is that of the median of the pairs' own ratios, by ranks rather than by a
 * bootstrap or by signed ranks: it holds its 95 % from six pairs on, where a resampled median takes a handful of values
 * only; it needs no random numbers; and a run that another program disturbs counts as one pair lost, however long it
 * took, as two such in ten runs are common in a browser. The interval is widened, if need be, to have the ratio of the
 * medians in it. A version is faster or slower where the whole interval says so; of equal ones that happens once in
 * twenty races at most. Runs without a partner are left out.
 */
export function compareTimes(firstMs: readonly number[], secondMs: readonly number[]): Ratio {
  const pairs = Math.min(firstMs.length, secondMs.length);
  const [first, second] = [firstMs.slice(0, pairs), secondMs.slice(0, pairs)];
  if ([...first, ...second].some((each) => !(each > 0 && Number.isFinite(each)))) {
    return {
      kind: "nothing to tell",
      because: "A run took less time than the clock can see. Give it more to do.",
    };
  }
  const interval = medianInterval(first.map((each, index) => each / (second[index] ?? each)));
  if (interval === null) {
    return {
      kind: "nothing to tell",
      because: `Each version ran ${pairs} times; six runs of each are needed.`,
    };
  }
  const ratio = median(first) / median(second);
  const low = Math.min(interval.low, ratio);
  const high = Math.max(interval.high, ratio);
  return {
    kind: "ratio",
    ratio,
    low,
    high,
    verdict: high < 1 ? "faster" : low > 1 ? "slower" : "cannot be told",
  };
}
