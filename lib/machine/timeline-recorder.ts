import type { TimelineLane, TimelineState } from "@/lib/run/timeline";
import type { FromProcess } from "./process-message";
import { NOTES_AT_ONCE, OWN_LANE, shortened, type TimelineNote } from "./timeline-note";

const nowMs = () => performance.timeOrigin + performance.now();
/** Who sleeps for less has soon something to tell anyway. */
const SHORT_SLEEP_MS = 2;

/**
 * Keeps a process's notes for the timeline and tells the frame many at once: before the process sleeps too, since it
 * may be ended while it does.
 */
export function openTimelineRecorder(send: (message: FromProcess) => void) {
  let notes: TimelineNote[] = [];
  const flush = () => {
    if (notes.length === 0) return;
    send({ type: "noted", notes });
    notes = [];
  };
  const add = (note: TimelineNote) => {
    notes.push(note);
    if (notes.length >= NOTES_AT_ONCE) flush();
  };
  const state = (lane: number, to: TimelineState, label: string, agoMs = 0) =>
    add({ note: "state", lane, state: to, label: shortened(label), atMs: nowMs() - agoMs });

  return {
    /** Names a lane; its first state is still to be told. */
    lane: (lane: number, kind: TimelineLane["kind"], name: string, parent = OWN_LANE) =>
      add({ note: "lane", lane, kind, name: shortened(name), parent }),
    /** The lane is in that state since `agoMs` ago. */
    state,
    end: (lane: number) => add({ note: "end", lane, atMs: nowMs() }),
    beginTask: (lane: number, label: string) =>
      add({ note: "task", lane, label: shortened(label), atMs: nowMs() }),
    endTask: (lane: number) => add({ note: "task-end", lane, atMs: nowMs() }),
    /** The process will sleep for so long, or until it is woken where that is negative. */
    beforeSleep(forMs: number) {
      if (forMs < 0 || forMs > SHORT_SLEEP_MS) flush();
    },
    flush,
    /** For `meters.hearWaits`, where the process has no threads: its own lane waits whenever it does. */
    ownWaits: {
      begin(label: string) {
        state(OWN_LANE, "waiting", label);
        flush();
      },
      end: () => state(OWN_LANE, "running", ""),
    },
  };
}
export type TimelineRecorder = ReturnType<typeof openTimelineRecorder>;
