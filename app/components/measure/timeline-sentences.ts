import { formatMs } from "@/app/components/cell/run-sentences";
import type { TimelineSummary } from "@/lib/measure/timeline-summary";
import type { TimelineState } from "@/lib/run/timeline";
import type { partAt } from "./timeline-place";

type Part = NonNullable<ReturnType<typeof partAt>>;

const counted = (count: number, one: string, several: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

/** What a timeline says as a whole. */
export function summarySentence(
  { processes, threads, asyncTasks, tasks, mostRunning, idleShare, startMs }: TimelineSummary,
  wallMs: number,
): string {
  const who = [
    counted(processes, "process", "processes"),
    ...(threads > 0 ? [counted(threads, "more thread", "more threads")] : []),
    ...(asyncTasks > 0 ? [counted(asyncTasks, "asyncio task", "asyncio tasks")] : []),
    ...(tasks > 0 ? [counted(tasks, "task handed to workers", "tasks handed to workers")] : []),
  ].join(", ");
  const atOnce = processes === 1 ? "" : ` At most ${mostRunning} ran at the same time.`;
  const idle = ` For ${Math.round(idleShare * 100)} % of the time ${processes === 1 ? "it did not run" : "none of them ran"}.`;
  const start = startMs === null ? "" : ` A new process took ${formatMs(startMs)} to start.`;
  return `${formatMs(wallMs)} with ${who}.${atOnce}${idle}${start}`;
}

const STATES = {
  starting: (label) => `starting, loads ${label === "" ? "its interpreter" : label}`,
  running: () => "running",
  ready: () => "ready, but another one has the turn",
  waiting: (label) => (label === "" ? "waiting" : `waiting for ${label}`),
} satisfies Record<TimelineState, (label: string) => string>;

/** What one block is, and from when to when. */
export function partSentence(part: Part): string {
  const { name, fromMs, toMs, count } = part;
  const when = `${formatMs(toMs - fromMs)}, from ${formatMs(fromMs)} to ${formatMs(toMs)}`;
  if (part.part === "task")
    return `${name} at ${count === 1 ? `its task ${part.label}` : part.label}: ${when}.`;
  const changes = count === 1 ? "" : `, changes ${count} times, mostly`;
  return `${name}${changes === "" ? ":" : changes} ${STATES[part.state](part.label)}: ${when}.`;
}
