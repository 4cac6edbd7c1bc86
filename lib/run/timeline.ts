import * as z from "zod/mini";
import { TIMELINE_LANES_LIMIT, TIMELINE_SPANS_LIMIT, TIMELINE_TASKS_LIMIT } from "./report-limits";

const index = z.int().check(z.nonnegative());
const ms = z.number().check(z.nonnegative());
const name = z.string().check(z.maxLength(200));

/**
 * What somebody is at. `starting`: its interpreter, then its program is loaded; `running`: it does not wait (a browser
 * does not say whether a core was free); `ready`: it could run, but another thread or task of its process has the turn.
 */
export const TimelineState = z.enum(["starting", "running", "ready", "waiting"]);
export type TimelineState = z.infer<typeof TimelineState>;

/** Who does something of its own: a process, a thread in it, or a task that asyncio lets take turns. */
export const TimelineLane = z.strictObject({
  kind: z.enum(["process", "thread", "task"]),
  name,
  /** Index in `lanes` of the one that started it, which stands before it; null for the program itself. */
  parent: z.nullable(index),
});
export type TimelineLane = z.infer<typeof TimelineLane>;

/** A stretch in which a lane was at one thing; `label` says what it waited for or loaded. Of a lane in order, without overlap. */
export const TimelineSpan = z.strictObject({
  /** Index in `lanes`. */
  lane: index,
  state: TimelineState,
  label: name,
  fromMs: ms,
  toMs: ms,
});
export type TimelineSpan = z.infer<typeof TimelineSpan>;

/** One call of a function that was handed to a pool or an executor, in the lane that worked on it. */
export const TimelineTask = z.strictObject({ lane: index, label: name, fromMs: ms, toMs: ms });
export type TimelineTask = z.infer<typeof TimelineTask>;

/** Who did what when in a run. Milliseconds count from the program's first statement. */
export const Timeline = z.strictObject({
  wallMs: ms,
  lanes: z.array(TimelineLane).check(z.maxLength(TIMELINE_LANES_LIMIT)),
  spans: z.array(TimelineSpan).check(z.maxLength(TIMELINE_SPANS_LIMIT)),
  /** In the order in which they began. */
  tasks: z.array(TimelineTask).check(z.maxLength(TIMELINE_TASKS_LIMIT)),
  isCut: z.boolean(),
});
export type Timeline = z.infer<typeof Timeline>;
