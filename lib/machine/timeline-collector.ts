import type { Timeline, TimelineLane, TimelineSpan, TimelineTask } from "@/lib/run/timeline";
import { OWN_LANE, type TimelineNote } from "./timeline-note";
import { TIMELINE_LANES_LIMIT, TIMELINE_SPANS_LIMIT, TIMELINE_TASKS_LIMIT } from "@/lib/run/report-limits";

/** Nothing that is shorter is to be seen. */
const SHORTEST_MS = 0.001;

type Open = {
  readonly index: number;
  /** What it is at now, since when. */
  current: Pick<TimelineSpan, "state" | "label" | "fromMs"> | null;
  readonly tasks: { readonly label: string; readonly fromMs: number }[];
  lastMs: number;
  hasEnded: boolean;
};
type StateNote = Extract<TimelineNote, { note: "state" }>;

/**
 * Makes one timeline of what the frame sees of a run's processes and of what they tell of themselves. Each
 * moment is by the clock that all have in common. What a process tells is believed only as far as it can be true:
 * nothing goes back in time, and nobody speaks for another one.
 */
export function openTimelineCollector() {
  const lanes: TimelineLane[] = [];
  const spans: TimelineSpan[] = [];
  const tasks: TimelineTask[] = [];
  const open = new Map<string, Open>();
  let isCut = false;

  const keyOf = (pid: number, lane: number) => `${pid}:${lane}`;
  const addLane = (key: string, lane: TimelineLane) => {
    if (lanes.length >= TIMELINE_LANES_LIMIT) {
      isCut = true;
      return;
    }
    open.set(key, { index: lanes.length, current: null, tasks: [], lastMs: 0, hasEnded: false });
    lanes.push(lane);
  };
  const close = (each: Open, toMs: number) => {
    const { current, index } = each;
    each.current = null;
    if (current === null || toMs - current.fromMs < SHORTEST_MS) return;
    if (spans.length >= TIMELINE_SPANS_LIMIT) isCut = true;
    else spans.push({ lane: index, ...current, toMs });
  };
  const enter = (each: Open, { state, label, atMs }: Pick<StateNote, "state" | "label" | "atMs">) => {
    if (each.current?.state === state && each.current.label === label) return;
    close(each, atMs);
    each.current = { state, label, fromMs: atMs };
  };
  const endTask = (each: Open, toMs: number) => {
    const task = each.tasks.pop();
    if (task === undefined) return;
    if (tasks.length >= TIMELINE_TASKS_LIMIT) isCut = true;
    else tasks.push({ lane: each.index, ...task, toMs });
  };
  const end = (each: Open, atMs: number) => {
    if (each.hasEnded) return;
    close(each, atMs);
    while (each.tasks.length > 0) endTask(each, atMs);
    each.lastMs = atMs;
    each.hasEnded = true;
  };
  const note = (pid: number, told: TimelineNote) => {
    const key = keyOf(pid, told.lane);
    const known = open.get(key);
    if (told.note === "lane") {
      if (known !== undefined) {
        const lane = lanes[known.index];
        if (lane !== undefined) lanes[known.index] = { ...lane, name: told.name };
        return;
      }
      const parent = open.get(keyOf(pid, told.parent))?.index ?? null;
      return addLane(key, { kind: told.kind, name: told.name, parent });
    }
    if (known === undefined || known.hasEnded) return;
    const atMs = Math.max(known.lastMs, told.atMs);
    known.lastMs = atMs;
    switch (told.note) {
      case "state":
        return enter(known, { ...told, atMs });
      case "end":
        return end(known, atMs);
      case "task":
        return void known.tasks.push({ label: told.label, fromMs: atMs });
      case "task-end":
        return endTask(known, atMs);
      default:
        return told satisfies never;
    }
  };

  return {
    /** The frame is asked for another process. */
    starts({ pid, parentPid, atMs }: { pid: number; parentPid: number; atMs: number }) {
      const parent = open.get(keyOf(parentPid, OWN_LANE))?.index ?? null;
      addLane(keyOf(pid, OWN_LANE), { kind: "process", name: `process ${pid}`, parent });
      const own = open.get(keyOf(pid, OWN_LANE));
      if (own !== undefined) enter(own, { state: "starting", label: "its interpreter", atMs });
    },
    /** A process tells of itself. */
    notes(pid: number, told: readonly TimelineNote[]) {
      for (const each of told) note(pid, each);
    },
    /** A process is no more, and all its lanes with it. */
    ends(pid: number, atMs: number) {
      for (const [key, each] of open) if (key.startsWith(`${pid}:`)) end(each, Math.max(each.lastMs, atMs));
    },
    /** All of it, at the run's end; null where the program itself never began. */
    timeline({ pid, atMs }: { pid: number; atMs: number }): Timeline | null {
      for (const each of open.values()) end(each, Math.max(each.lastMs, atMs));
      const own = open.get(keyOf(pid, OWN_LANE))?.index;
      const first = spans.filter(({ lane }) => lane === own);
      if (first.length === 0) return null;
      const startMs = Math.min(...first.map(({ fromMs }) => fromMs));
      const moved = <Stretch extends { fromMs: number; toMs: number }>(each: Stretch) => ({
        ...each,
        fromMs: Math.max(0, each.fromMs - startMs),
        toMs: Math.max(0, each.toMs - startMs),
      });
      return {
        wallMs: Math.max(...first.map(({ toMs }) => toMs)) - startMs,
        lanes,
        spans: spans.map(moved),
        tasks: tasks.map(moved).toSorted((one, other) => one.fromMs - other.fromMs),
        isCut,
      };
    },
  };
}
