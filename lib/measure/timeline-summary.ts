import type { Timeline, TimelineSpan, TimelineState } from "@/lib/run/timeline";
import { quantile } from "./quantile";

/** What lasts for a smaller share of the run is not counted as happening at once. */
const LEAST_SHARE = 0.01;

/** How long a lane was in each state, in milliseconds, and what it waited for, the longest first. */
export type LaneTotals = Readonly<Record<TimelineState, number>> & {
  readonly fromMs: number;
  readonly toMs: number;
  readonly waits: readonly { readonly label: string; readonly ms: number }[];
};

/** What a whole timeline says. */
export type TimelineSummary = {
  readonly processes: number;
  readonly threads: number;
  readonly asyncTasks: number;
  /** Tasks of pools and executors. */
  readonly tasks: number;
  /** How many processes ran at the same time for at least a hundredth of the run. */
  readonly mostRunning: number;
  /** The share of the run in which no process ran: all waited, or one was starting. */
  readonly idleShare: number;
  /** Of the processes that the program started, the median; null where it started none. */
  readonly startMs: number | null;
};

/** For each lane, in the order of `lanes`. */
export function laneTotals({ lanes, spans }: Timeline): LaneTotals[] {
  const totals = lanes.map(() => ({
    starting: 0,
    running: 0,
    ready: 0,
    waiting: 0,
    fromMs: Infinity,
    toMs: 0,
    waits: new Map<string, number>(),
  }));
  for (const { lane, state, label, fromMs, toMs } of spans) {
    const total = totals[lane];
    if (total === undefined) continue;
    total[state] += toMs - fromMs;
    total.fromMs = Math.min(total.fromMs, fromMs);
    total.toMs = Math.max(total.toMs, toMs);
    if (state === "waiting") total.waits.set(label, (total.waits.get(label) ?? 0) + toMs - fromMs);
  }
  return totals.map(({ waits, fromMs, ...total }) => ({
    ...total,
    fromMs: Math.min(fromMs, total.toMs),
    waits: [...waits].map(([label, ms]) => ({ label, ms })).toSorted((one, other) => other.ms - one.ms),
  }));
}

export function summariseTimeline(timeline: Timeline): TimelineSummary {
  const { lanes, tasks, wallMs } = timeline;
  const count = (kind: string) => lanes.filter((lane) => lane.kind === kind).length;
  const atLeast = runningAtOnce(timeline);
  const mostRunning = atLeast.findLastIndex((ms) => ms >= wallMs * LEAST_SHARE) + 1;
  const starts = laneTotals(timeline).flatMap(({ starting }) => (starting > 0 ? [starting] : []));
  starts.sort((one, other) => one - other);
  return {
    processes: count("process"),
    threads: count("thread"),
    asyncTasks: count("task"),
    tasks: tasks.length,
    mostRunning,
    idleShare: wallMs > 0 ? Math.max(0, 1 - (atLeast[0] ?? 0) / wallMs) : 0,
    startMs: starts.length === 0 ? null : quantile(starts, 0.5),
  };
}

/** For how long at least one, at least two, … processes ran, until the program's end. */
function runningAtOnce(timeline: Timeline): number[] {
  const { spans, wallMs } = timeline;
  const ownProcess = processesOf(timeline);
  const edges = spans
    .filter(({ lane, state }) => state === "running" && ownProcess[lane] !== null)
    .flatMap(({ lane, fromMs, toMs }: TimelineSpan) => [
      { atMs: Math.min(fromMs, wallMs), process: ownProcess[lane] ?? 0, change: 1 },
      { atMs: Math.min(toMs, wallMs), process: ownProcess[lane] ?? 0, change: -1 },
    ])
    .toSorted((one, other) => one.atMs - other.atMs);
  const running = new Map<number, number>();
  const atLeast: number[] = [];
  let lastMs = 0;
  for (const { atMs, process, change } of edges) {
    for (let each = 0; each < running.size; each += 1) atLeast[each] = (atLeast[each] ?? 0) + atMs - lastMs;
    lastMs = atMs;
    const now = (running.get(process) ?? 0) + change;
    if (now > 0) running.set(process, now);
    else running.delete(process);
  }
  return atLeast;
}

/** The process of each lane; null for asyncio's tasks, which run on a thread that has a lane. */
function processesOf({ lanes }: Timeline): (number | null)[] {
  const processes: (number | null)[] = [];
  for (const [lane, { kind, parent }] of lanes.entries())
    processes.push(kind === "task" ? null : kind === "process" ? lane : (processes[parent ?? lane] ?? lane));
  return processes;
}
