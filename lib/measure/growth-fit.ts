import { type Curve, fitCurve, type GrowthPoint } from "./curve-fit";
import { GROWTH, GROWTH_CLASSES, type GrowthClass } from "./growth-class";

const FEWEST_SIZES = 5;
/** Over a shorter range n and n log n look alike. */
const SHORTEST_RANGE = 8;
/** Two points of three lie within this share of the curve; past it no curve is worth showing. */
const LARGEST_ERROR = 0.3;
/** No clock and no count of a real program follows its class more closely, for lower terms grow too. */
const SMALLEST_ERROR = 0.02;
/** A cost that grows by less over all the sizes together counts as one that does not. */
const LEAST_GROWTH = 1.25;
const LEAST_CONFIDENCE = 0.6;

/** What a row of costs at rising sizes tells about their growth. */
export type Growth =
  | {
      readonly kind: "growth";
      readonly growthClass: GrowthClass;
      /** From 0 to 1: how far the other classes are behind, lowered by how far the points lie off the curve. */
      readonly confidence: number;
      /** The cost that does not grow, and the factor of what does; in the unit of the values. */
      readonly overhead: number;
      readonly factor: number;
      /** Root mean square of the points' relative distances from the curve: 0.1 is 10 %. */
      readonly relativeError: number;
    }
  | { readonly kind: "cannot tell"; readonly because: string };

type Candidate = { readonly curve: Curve; readonly relativeError: number; readonly share: number };

/**
 * Finds the class whose curve `overhead + factor · growth(n)` explains the points best. The classes' fits are compared
 * by Schwarz's criterion N·ln(mean square) + parameters·ln N; each gets the share exp(−difference / 2) of the sum
 * (Burnham and Anderson, Model Selection and Multimodel Inference, 2002, chapter 2). Confidence is the best one's share
 * · (1 − (relative error / 0.3)²). A curve that hardly rises gives its share to O(1). Points of 0, which
 * the clock or the count could not see, are left out.
 */
export function fitGrowth(given: readonly GrowthPoint[]): Growth {
  const points = given.filter(({ value }) => value !== 0);
  const problem = problemWith(points);
  if (problem !== null) return { kind: "cannot tell", because: problem };
  const [best, second] = candidates(points);
  if (best === undefined) throw new Error("No class of growth was compared: GrowthClass has none.");
  const { curve, relativeError, share } = best;
  if (relativeError > LARGEST_ERROR) {
    return {
      kind: "cannot tell",
      because: `The points lie ${Math.round(relativeError * 100)} % off the nearest curve, ${curve.growthClass}.`,
    };
  }
  const confidence = share * (1 - (relativeError / LARGEST_ERROR) ** 2);
  if (confidence < LEAST_CONFIDENCE) {
    return {
      kind: "cannot tell",
      because: `${curve.growthClass} fits best, but ${
        second !== undefined && share < LEAST_CONFIDENCE
          ? `${second.curve.growthClass} nearly as well`
          : "not well"
      }. Take larger sizes, or more runs of each.`,
    };
  }
  const { growthClass, overhead, factor } = curve;
  return { kind: "growth", growthClass, confidence, overhead, factor, relativeError };
}

/**
 * Which class fits costs at rising sizes best, and how sure it is, from 0 to 1, that they grow no faster than another
 * one: the shares of all classes up to it. Null where no curve comes near the points, or they are too few.
 */
export function growthUpTo(
  points: readonly GrowthPoint[],
  steepest: GrowthClass,
): { readonly growthClass: GrowthClass; readonly sureness: number } | null {
  if (problemWith(points) !== null) return null;
  const classes = candidates(points);
  const [best] = classes;
  if (best === undefined || best.relativeError > LARGEST_ERROR) return null;
  const allowed = new Set(GROWTH_CLASSES.slice(0, GROWTH_CLASSES.indexOf(steepest) + 1));
  const sureness = classes
    .filter(({ curve }) => allowed.has(curve.growthClass))
    .reduce((sum, { share }) => sum + share, 0);
  return { growthClass: best.curve.growthClass, sureness };
}

/** The cost at a size of 1 or more, by the fitted curve and in its unit. */
export const predictCost = (
  { growthClass, overhead, factor }: Extract<Growth, { kind: "growth" }>,
  n: number,
): number => overhead + factor * GROWTH[growthClass](n);

function problemWith(points: readonly GrowthPoint[]): string | null {
  if (points.some(({ n, value }) => !(n >= 1 && value > 0 && Number.isFinite(n + value)))) {
    return "A size is below 1, or a cost is no number of 0 or more.";
  }
  const sizes = new Set(points.map(({ n }) => n));
  if (sizes.size < FEWEST_SIZES) {
    return `Only ${sizes.size} sizes cost something that could be measured; ${FEWEST_SIZES} are needed.`;
  }
  if (Math.max(...sizes) / Math.min(...sizes) < SHORTEST_RANGE) {
    return `The largest size is less than ${SHORTEST_RANGE} times the smallest. Take larger sizes.`;
  }
  return null;
}

/** Best first; their shares sum up to 1. */
function candidates(points: readonly GrowthPoint[]): Candidate[] {
  const curves = GROWTH_CLASSES.map((growthClass) => fitCurve(growthClass, points));
  const criteria = curves.map(
    ({ squares, parameters }) =>
      points.length * Math.log(squares / points.length + SMALLEST_ERROR ** 2) +
      parameters * Math.log(points.length),
  );
  const lowest = Math.min(...criteria);
  const weights = criteria.map((criterion) => Math.exp((lowest - criterion) / 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => weight / sum);
  const isFlat = curves.map((curve) => growthOver(curve, points) < LEAST_GROWTH);
  const flatShare = shares.reduce((total, share, index) => total + (isFlat[index] === true ? share : 0), 0);
  return curves
    .map((curve, index) => ({
      curve,
      relativeError: Math.sqrt(curve.squares / points.length),
      share:
        curve.growthClass === "O(1)"
          ? Math.min(flatShare, 1)
          : isFlat[index] === true
            ? 0
            : (shares[index] ?? 0),
    }))
    .toSorted((one, other) => other.share - one.share);
}

function growthOver({ growthClass, overhead, factor }: Curve, points: readonly GrowthPoint[]) {
  const costs = points.map(({ n }) => overhead + factor * GROWTH[growthClass](n));
  return Math.max(...costs) / Math.min(...costs);
}
