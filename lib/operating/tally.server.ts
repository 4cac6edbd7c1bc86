import "server-only";
import type { RequestCounts } from "@/lib/storage/add-request-counts.server";

const MINUTE_MS = 60_000;
/** Four times a second costs a store nothing, and lets a sender through several servers gain little. */
const SHARING_INTERVAL_MS = 250;

export type Tally = ReturnType<typeof newTally>;

/**
 * Counts requests by whom they came from, each minute anew, over all servers: it answers at once with what is known here,
 * and lets `share` add it to the store's counts and tell the totals now and then.
 */
export function newTally(share: (counts: RequestCounts) => Promise<ReadonlyMap<string, number>>) {
  let minute = 0;
  let totals = new Map<string, number>();
  let unshared = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  async function shareNow() {
    timer = null;
    const shared = { minute, counts: unshared };
    for (const [key, requests] of unshared) totals.set(key, (totals.get(key) ?? 0) + requests);
    unshared = new Map();
    const found = await share(shared);
    if (minute === shared.minute) for (const [key, requests] of found) totals.set(key, requests);
  }

  return {
    /** One more under this key; gives how many there are within the minute of `now`. */
    add(key: string, now: Date): number {
      const minuteNow = Math.floor(now.getTime() / MINUTE_MS);
      if (minuteNow !== minute) {
        minute = minuteNow;
        totals = new Map();
        unshared = new Map();
      }
      unshared.set(key, (unshared.get(key) ?? 0) + 1);
      timer ??= setTimeout(() => void shareNow(), SHARING_INTERVAL_MS).unref();
      return (totals.get(key) ?? 0) + (unshared.get(key) ?? 0);
    },
    shareNow,
  };
}
