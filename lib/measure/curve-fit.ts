import { GROWTH, type GrowthClass } from "./growth-class";

/** A cost at a size, both above 0. */
export type GrowthPoint = { readonly n: number; readonly value: number };

/** The curve `overhead + factor · growth(n)` of a class that lies nearest to some points. */
export type Curve = {
  readonly growthClass: GrowthClass;
  /** The cost that does not grow, 0 or more, in the unit of the values. */
  readonly overhead: number;
  readonly factor: number;
  /** The sum of the squared differences between the logarithms of values and curve: 0.01 is about 10 % at one point. */
  readonly squares: number;
  /** How many numbers were chosen to make it fit. */
  readonly parameters: 1 | 2;
};

const GRID_STEPS = 60;
const REFINING_STEPS = 40;
/** Below this share of the smallest growth, and above this multiple of the largest, an overhead changes nothing that can be seen. */
const OVERHEAD_RANGE = { low: 1e-3, high: 1e2 };

/**
 * Fits a class in logarithms, so that every point counts alike by its relative error: noise is a share of a time, and a
 * fit of the plain values would hear the largest size alone. For a given ratio t of overhead to factor the best factor
 * is the geometric mean of value / (t + growth), so one number is left to search: first on a grid, then by thirds.
 */
export function fitCurve(growthClass: GrowthClass, points: readonly GrowthPoint[]): Curve {
  const logs = points.map(({ value }) => Math.log(value));
  if (growthClass === "O(1)") {
    const { mean, squares } = spread(logs);
    return { growthClass, overhead: Math.exp(mean), factor: 0, squares, parameters: 1 };
  }
  const growths = points.map(({ n }) => GROWTH[growthClass](n));
  const fitWith = (ratio: number) => {
    const { mean, squares } = spread(logs.map((log, index) => log - Math.log(ratio + (growths[index] ?? 0))));
    return { ratio, factor: Math.exp(mean), squares };
  };
  const { ratio, factor, squares } = bestOf(
    (logRatio) => fitWith(Math.exp(logRatio)),
    overheadRange(growths),
  );
  const bare = fitWith(0);
  return isWorthAParameter(bare.squares, squares, points.length)
    ? { growthClass, overhead: ratio * factor, factor, squares, parameters: 2 }
    : { growthClass, overhead: 0, factor: bare.factor, squares: bare.squares, parameters: 1 };
}

/** Schwarz's criterion (BIC): a parameter more must lower n·ln(squares) by ln n. */
const isWorthAParameter = (bare: number, withOverhead: number, count: number) =>
  !Number.isFinite(bare) || count * Math.log(bare / withOverhead) > Math.log(count);

function overheadRange(growths: readonly number[]) {
  const positive = growths.filter((growth) => growth > 0);
  return {
    low: Math.log(Math.min(...positive) * OVERHEAD_RANGE.low),
    high: Math.log(Math.max(...positive) * OVERHEAD_RANGE.high),
  };
}

function bestOf<Fit extends { squares: number }>(
  fitAt: (place: number) => Fit,
  { low, high }: { low: number; high: number },
): Fit {
  const step = (high - low) / GRID_STEPS;
  let centre = low;
  let best = fitAt(low);
  for (let index = 1; index <= GRID_STEPS; index += 1) {
    const fit = fitAt(low + index * step);
    if (fit.squares >= best.squares) continue;
    best = fit;
    centre = low + index * step;
  }
  let [from, to] = [centre - step, centre + step];
  for (let count = 0; count < REFINING_STEPS; count += 1) {
    const third = (to - from) / 3;
    const [left, right] = [fitAt(from + third), fitAt(to - third)];
    if (left.squares < right.squares) to -= third;
    else from += third;
    for (const fit of [left, right]) if (fit.squares < best.squares) best = fit;
  }
  return best;
}

function spread(numbers: readonly number[]) {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  return { mean, squares: numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) };
}
