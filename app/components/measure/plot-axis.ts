/** One axis of a plot: how far along it a value stands, from 0 to 1, and where its ticks are. */
export type Axis = {
  readonly share: (value: number) => number;
  readonly ticks: readonly number[];
};

const MOST_STEPS = 5;

/** An axis that all these values fit on: linear from zero, or logarithmic around them. */
export const axisOf = (values: readonly number[], scale: "linear" | "logarithmic"): Axis =>
  scale === "linear" ? linearAxis(Math.max(...values)) : logarithmicAxis(values.filter((value) => value > 0));

function linearAxis(largestValue: number): Axis {
  const largest = largestValue === 0 ? MOST_STEPS : largestValue;
  const step = roundStep(largest / MOST_STEPS);
  const steps = Math.ceil(largest / step - 1e-9);
  const end = steps * step;
  return {
    share: (value) => value / end,
    // Multiplied, not added up: 0.1 + 0.2 would not be 0.3.
    ticks: Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12))),
  };
}

/** The next larger of 1, 2 or 5 times a power of ten. */
function roundStep(atLeast: number) {
  const ten = 10 ** Math.floor(Math.log10(atLeast));
  return ([1, 2, 5, 10].find((factor) => factor * ten >= atLeast * (1 - 1e-9)) ?? 10) * ten;
}

function logarithmicAxis(positive: readonly number[]): Axis {
  const low = Math.floor(Math.log10(Math.min(...positive)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...positive))));
  return {
    share: (value) => (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}
