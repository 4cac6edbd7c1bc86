const TAIL = 0.025;

/**
 * The 95 % interval for the median of what some numbers were drawn from: from the (k+1)-th smallest to the (k+1)-th
 * largest of them, k as large as the binomial distribution of "below the median" allows (the sign test turned round).
 * It assumes nothing about how the numbers scatter. Null for fewer than six, from which no such interval can be had.
 */
export function medianInterval(numbers: readonly number[]): { low: number; high: number } | null {
  const ascending = numbers.toSorted((one, other) => one - other);
  const skipped = skippedAtEachEnd(numbers.length);
  const [low, high] = [ascending[skipped], ascending.at(-1 - skipped)];
  return skipped < 0 || low === undefined || high === undefined ? null : { low, high };
}

/** The largest k for which at most k of `count` tosses show heads with a chance of 2.5 %; -1 where even none is likelier. */
function skippedAtEachEnd(count: number): number {
  let logChance = -count * Math.LN2;
  let chance = 0;
  for (let heads = 0; heads <= count; heads += 1) {
    chance += Math.exp(logChance);
    if (chance > TAIL) return heads - 1;
    logChance += Math.log((count - heads) / (heads + 1));
  }
  return -1;
}
