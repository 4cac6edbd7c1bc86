/** Each bucket ends this much above its start: percentiles are right to half a percent. */
const BUCKET_RATIO = 1.01;
/** Shorter latencies share a bucket. */
const SHORTEST_MS = 0.001;

/** Latencies in milliseconds of any number of requests, in little memory. */
export type Latencies = {
  readonly meanMs: number;
  readonly maxMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
};

/** Opens a histogram with buckets that grow with what they hold; `summary` is null while nothing was added. */
export function openLatencyHistogram() {
  const counts: number[] = [];
  let count = 0;
  let sumMs = 0;
  let maxMs = 0;
  const percentile = (share: number) => {
    let bucket = 0;
    for (let left = share * count; left > (counts[bucket] ?? 0); bucket += 1) left -= counts[bucket] ?? 0;
    return Math.min(SHORTEST_MS * BUCKET_RATIO ** (bucket + 0.5), maxMs);
  };
  return {
    add: (ms: number) => {
      const bucket = Math.max(Math.floor(Math.log(ms / SHORTEST_MS) / Math.log(BUCKET_RATIO)), 0);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      count += 1;
      sumMs += ms;
      maxMs = Math.max(maxMs, ms);
    },
    summary: (): Latencies | null =>
      count === 0
        ? null
        : {
            meanMs: sumMs / count,
            maxMs,
            p50Ms: percentile(0.5),
            p90Ms: percentile(0.9),
            p95Ms: percentile(0.95),
            p99Ms: percentile(0.99),
          },
  };
}
