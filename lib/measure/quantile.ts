/** The quantile at `share` (0 to 1) of ascending numbers, between two of them by a straight line (Hyndman and Fan's type 7). */
export function quantile(ascending: readonly number[], share: number): number {
  const place = (ascending.length - 1) * share;
  const below = ascending[Math.floor(place)];
  const above = ascending[Math.ceil(place)];
  if (below === undefined || above === undefined)
    throw new RangeError("No numbers have no quantile: give one at least.");
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of some numbers in any order. */
export const median = (numbers: readonly number[]): number =>
  quantile(
    numbers.toSorted((one, other) => one - other),
    0.5,
  );
