import type { Timeline } from "@/lib/run/timeline";
import type { Table } from "./csv";
import { laneTotals } from "./timeline-summary";

const rounded = (ms: number) => Math.round(ms * 10) / 10;

/** The lanes of timelines with their times, each followed by the tasks that it worked on; the last run comes first. */
export function timelineTable(
  timelines: readonly { readonly title: string; readonly timeline: Timeline }[],
): Table {
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
    rows: timelines.toReversed().flatMap(({ title, timeline }) => rowsOf(title, timeline)),
  };
}

function rowsOf(title: string, timeline: Timeline): Table["rows"] {
  const { lanes } = timeline;
  const totals = laneTotals(timeline);
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
