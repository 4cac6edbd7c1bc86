import * as z from "zod/mini";
import { TimelineLane, TimelineState } from "@/lib/run/timeline";

/** Where a process itself stands among its lanes; its threads and tasks have other numbers. */
export const OWN_LANE = 0;
/** So many notes are told at once at most. */
export const NOTES_AT_ONCE = 256;
const NAME_CHARACTERS = 200;

const lane = z.int();
/** By the clock that all processes of a page have in common: `performance.timeOrigin + performance.now()`. */
const atMs = z.number();
const name = z.string().check(z.maxLength(NAME_CHARACTERS));

/** What a process tells for the timeline of its run. */
export const TimelineNote = z.discriminatedUnion("note", [
  /** From here on the process has this lane; `parent` is another lane of it. */
  z.strictObject({ note: z.literal("lane"), lane, kind: TimelineLane.shape.kind, name, parent: lane }),
  /** From here on the lane is in that state. */
  z.strictObject({ note: z.literal("state"), lane, state: TimelineState, label: name, atMs }),
  z.strictObject({ note: z.literal("end"), lane, atMs }),
  /** The lane begins with a task of a pool, then is done with it. */
  z.strictObject({ note: z.literal("task"), lane, label: name, atMs }),
  z.strictObject({ note: z.literal("task-end"), lane, atMs }),
]);
export type TimelineNote = z.infer<typeof TimelineNote>;

/** As long as a name may be. */
export const shortened = (text: string) =>
  text.length <= NAME_CHARACTERS ? text : `${text.slice(0, NAME_CHARACTERS - 1)}…`;
