import type { TimelineRow } from "@/lib/measure/timeline-layout";

/** A block or a task in a picture of timelines: which timeline, which row, which of its parts. */
export type TimelinePlace = {
  readonly timeline: number;
  readonly row: number;
  readonly part: "block" | "task";
  readonly index: number;
};

/** A part as it is kept while the picture is zoomed, which makes other parts of what is narrow. */
export type ReadPlace = Omit<TimelinePlace, "index"> & { readonly atMs: number };

type Rows = readonly (readonly TimelineRow[])[];
const START: TimelinePlace = { timeline: 0, row: 0, part: "block", index: 0 };

const partsAt = (rows: Rows, { timeline, row, part }: Omit<TimelinePlace, "index">) => {
  const found = rows[timeline]?.[row];
  return (part === "block" ? found?.blocks : found?.tasks) ?? [];
};

/** What stands at a place; null where nothing does. */
export function partAt(rows: Rows, place: TimelinePlace) {
  const row = rows[place.timeline]?.[place.row];
  if (row === undefined) return null;
  const { name } = row;
  if (place.part === "block") {
    const block = row.blocks[place.index];
    return block === undefined ? null : ({ part: "block", name, ...block } as const);
  }
  const task = row.tasks[place.index];
  return task === undefined ? null : ({ part: "task", name, ...task } as const);
}

/** The part that stands at the moment of what was read; null where nothing does. */
export function placeAtMoment(rows: Rows, { atMs, ...place }: ReadPlace): TimelinePlace | null {
  const index = partsAt(rows, place).findLastIndex(({ fromMs }) => fromMs <= atMs);
  return index === -1 ? null : { ...place, index };
}

/** Where a key leads: sideways in time, up and down to what was there at that moment. Null where it leads nowhere. */
export function nextPlace(rows: Rows, at: TimelinePlace | null, key: string): TimelinePlace | null {
  if (!key.startsWith("Arrow")) return null;
  if (at === null) return partAt(rows, START) === null ? null : START;
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const next = { ...at, index: at.index + (key === "ArrowRight" ? 1 : -1) };
    return partAt(rows, next) === null ? null : next;
  }
  const stops = rows.flatMap((timeline, index) =>
    timeline.flatMap((_, row) =>
      (["task", "block"] as const)
        .map((part) => ({ timeline: index, row, part }))
        .filter((stop) => partsAt(rows, stop).length > 0),
    ),
  );
  const here = stops.findIndex(
    ({ timeline, row, part }) => timeline === at.timeline && row === at.row && part === at.part,
  );
  const stop = stops[here + (key === "ArrowDown" ? 1 : -1)];
  if (here === -1 || stop === undefined) return null;
  const fromMs = partAt(rows, at)?.fromMs ?? 0;
  const later = partsAt(rows, stop).findIndex(({ toMs }) => toMs > fromMs);
  return { ...stop, index: later === -1 ? partsAt(rows, stop).length - 1 : later };
}
