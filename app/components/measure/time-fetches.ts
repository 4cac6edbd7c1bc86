import { summarise } from "@/lib/measure/summary";

export const ROUNDS = 9;

const WAYS = [
  { cache: "no-store", name: "from the server" },
  { cache: "force-cache", name: "from this browser’s cache" },
] as const satisfies readonly { cache: RequestCache; name: string }[];

/** How long fetches of one kind took. */
export type TimedFetches = {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
};

/**
 * Times fetches of an address from the server and from the browser's cache, in turns; null where it cannot be fetched. A
 * first round, of which nothing is kept, opens the connection and fills the cache.
 */
export async function timeFetches(address: string): Promise<readonly TimedFetches[] | null> {
  const ways = WAYS.map((way) => {
    const timesMs: number[] = [];
    return { ...way, timesMs };
  });
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { cache, timesMs } of ways) {
      const tookMs = await fetchMs(address, cache);
      if (tookMs === null) return null;
      if (round > 0) timesMs.push(tookMs);
    }
  return ways.flatMap(({ name, timesMs }) => {
    const summary = summarise(timesMs);
    return summary.kind === "summary" ? [{ name, ...summary }] : [];
  });
}

/** Until the last byte is here; null where the server cannot be reached or has something else to say. */
async function fetchMs(address: string, cache: RequestCache): Promise<number | null> {
  const startedAt = performance.now();
  const response = await fetch(address, { cache }).catch(() => null);
  if (response?.ok !== true) return null;
  await response.arrayBuffer();
  return performance.now() - startedAt;
}
