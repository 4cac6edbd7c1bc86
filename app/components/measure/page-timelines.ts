import type { Timeline } from "@/lib/run/timeline";

/** A timeline with what it is called beside others. */
export type KeptTimeline = { readonly id: number; readonly title: string; readonly timeline: Timeline };

/** More than that cannot be compared at a glance. */
const KEPT_AT_MOST = 4;
const kept = new Map<string, readonly KeptTimeline[]>();
let lastId = 0;

/** Keeps a timeline of any cell of the page; gives the last ones, the oldest first, until the page is left. */
export function keepTimeline(
  page: string,
  timeline: Omit<KeptTimeline, "id">,
): readonly [KeptTimeline, ...KeptTimeline[]] {
  lastId += 1;
  const own = { ...timeline, id: lastId };
  const before = (kept.get(page) ?? []).slice(1 - KEPT_AT_MOST);
  kept.set(page, [...before, own]);
  const [first = own, ...others] = before;
  return before.length === 0 ? [own] : [first, ...others, own];
}

/** Keeps no timeline of the page but that one. */
export const keepOnly = (page: string, timeline: KeptTimeline) => void kept.set(page, [timeline]);
