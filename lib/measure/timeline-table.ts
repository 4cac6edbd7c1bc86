import type { Timeline } from "@/lib/run/timeline";
import type { Table } from "./csv";
import { laneTotals } from "./timeline-summary";

/** More rows than anybody reads; the JSON file has them all. */
const ROWS_AT_MOST = 200;

const rounded = (ms: number) => Math.round(ms * 10) / 10;

/** The lanes of timelines with their times, each followed by the tasks that it worked on. */
export function timelineTable(
  timelines: readonly { readonly title: string; readonly timeline: Timeline }[],
): Table {
  const shown = timelines.flatMap(({ title, timeline }) => rowsOf(title, timeline)).slice(0, ROWS_AT_MOST);
  const rows = timelines.reduce(
    (sum, { timeline }) => sum + timeline.lanes.length + timeline.tasks.length,
    0,
  );
  const left = rows - shown.length;
  const more = `and ${left.toLocaleString("en")} more: in the JSON file`;
  return {
    columns: [
      "Run",
      "Who",
      "Kind",
      "From (ms)",
      "To (ms)",
      "Starting (ms)",
      "Running (ms)",
      "Ready (ms)",
      "Waiting (ms)",
      "Waited for",
    ],
    rows: left === 0 ? shown : [...shown, ["", more, null, null, null, null, null, null, null, null]],
  };
}

/** The rows of a timeline, of its first lanes where it has more than are shown. */
function rowsOf(title: string, timeline: Timeline): Table["rows"] {
  const lanes = timeline.lanes.slice(0, ROWS_AT_MOST);
  const totals = laneTotals({ ...timeline, lanes });
  const tasks = lanes.map((): (string | number | null)[][] => []);
  for (const [index, { lane, label, fromMs, toMs }] of timeline.tasks.entries()) {
    const who = `task ${index + 1}: ${label}`;
    tasks[lane]?.push([title, who, "task", rounded(fromMs), rounded(toMs), null, null, null, null, null]);
  }
  return lanes.flatMap(({ name, kind }, lane) => {
    const total = totals[lane];
    if (total === undefined) return [];
    const waits = total.waits.map(({ label, ms }) => `${label} ${rounded(ms)}`).join(", ");
    const states = [total.starting, total.running, total.ready, total.waiting].map(rounded);
    return [
      [title, name, kind, rounded(total.fromMs), rounded(total.toMs), ...states, waits],
      ...(tasks[lane] ?? []),
    ];
  });
}
