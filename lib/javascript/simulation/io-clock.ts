/**
 * What the copies of one run have waited: `chargedMs` is the sum, `clockMs` the time during which at least one was under
 * way. Charged over clock is how many were under way at once on average.
 */
export function openIoClock() {
  const copies: { readonly startMs: number; readonly endMs: number }[] = [];
  return {
    /** A copy that waits so long for the disk. They may be told in any order. */
    note: (startMs: number, waitMs: number) => void copies.push({ startMs, endMs: startMs + waitMs }),
    chargedMs: () => copies.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0),
    clockMs() {
      let [sum, coveredMs] = [0, 0];
      for (const { startMs, endMs } of copies.toSorted((one, other) => one.startMs - other.startMs)) {
        sum += Math.max(0, endMs - Math.max(startMs, coveredMs));
        coveredMs = Math.max(coveredMs, endMs);
      }
      return sum;
    },
  };
}
export type IoClock = ReturnType<typeof openIoClock>;
