const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next try, after so many that failed: twice as long each time, at least what the server asks
 * for, and never for all devices at once (`random` is from 0 to 1).
 */
export function backoffMs({
  failures,
  retryAfterMs,
  random,
}: {
  failures: number;
  retryAfterMs: number | null;
  random: number;
}): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.max(own, retryAfterMs ?? 0) * (1 + random / 4);
}
