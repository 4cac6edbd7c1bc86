import type { TimelineRow } from "@/lib/measure/timeline-layout";
import type { TimelinePlace } from "./timeline-place";

export const LEGEND_PX = 24;
export const AXIS_PX = 22;
export const TASK_PX = 17;
export const BAND_PX = 14;
const TITLE_PX = 26;
const NAME_PX = 16;
const GAP_PX = 9;

/** A timeline with where it stands in the picture. */
export type DrawnTimeline = {
  readonly id: number;
  readonly title: string;
  readonly rows: readonly TimelineRow[];
  readonly leftOut: number;
};

/** Where a row stands: its name at `topPx`, its tasks, then what it was at. */
export type PlacedRow = {
  readonly timeline: number;
  readonly row: number;
  readonly topPx: number;
  readonly tasksPx: number;
  readonly bandPx: number;
};

/** Where each row of all timelines stands from the top, and each timeline with what follows its rows. */
export function placeRows(timelines: readonly DrawnTimeline[]) {
  const rows: PlacedRow[] = [];
  const titles: { topPx: number; restPx: number }[] = [];
  let topPx = LEGEND_PX;
  for (const [timeline, { rows: own, leftOut }] of timelines.entries()) {
    const titleTop = topPx;
    topPx += TITLE_PX;
    for (const [row, { tasks }] of own.entries()) {
      const tasksPx = topPx + NAME_PX;
      const bandPx = tasksPx + (tasks.length > 0 ? TASK_PX : 0);
      rows.push({ timeline, row, topPx, tasksPx, bandPx });
      topPx = bandPx + BAND_PX + GAP_PX;
    }
    titles.push({ topPx: titleTop, restPx: topPx });
    if (leftOut > 0) topPx += NAME_PX;
  }
  return { rows, titles, bottomPx: topPx };
}
export type PlacedRows = ReturnType<typeof placeRows>;

/** What stands at a point of the picture; null where nothing does. */
export function placeAt(
  timelines: readonly DrawnTimeline[],
  { rows }: PlacedRows,
  { yPx, atMs }: { yPx: number; atMs: number },
): TimelinePlace | null {
  const placed = rows.findLast(({ topPx }) => topPx <= yPx);
  if (placed === undefined || yPx > placed.bandPx + BAND_PX) return null;
  const found = timelines[placed.timeline]?.rows[placed.row];
  if (found === undefined) return null;
  const isTask = yPx >= placed.tasksPx && yPx < placed.bandPx;
  const parts = isTask ? found.tasks : found.blocks;
  const index = parts.findIndex(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  if (index === -1 || yPx < placed.tasksPx) return null;
  return { timeline: placed.timeline, row: placed.row, part: isTask ? "task" : "block", index };
}
