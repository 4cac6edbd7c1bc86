import * as z from "zod/mini";
import type { FromProcess } from "@/lib/machine/process-message";
import { openTimelineRecorder } from "@/lib/machine/timeline-recorder";
import { TimelineLane, TimelineState } from "@/lib/run/timeline";

const Kind = TimelineLane.shape.kind;
const Name = z.string();

/**
 * What `runtime/timeline.py` tells of its threads and tasks, under the names that it has there; nothing of it goes
 * anywhere where the run's request wants no timeline.
 */
export function openTimelineDoor(tellsTimeline: boolean, send: (message: FromProcess) => void) {
  const recorder = tellsTimeline ? openTimelineRecorder(send) : null;
  return {
    tells_timeline: tellsTimeline,
    note_lane: (lane: number, kind: unknown, name: unknown, parent: number) =>
      recorder?.lane(lane, Kind.parse(kind), Name.parse(name), parent),
    note_state: (lane: number, state: unknown, label: unknown, agoMs: number) =>
      recorder?.state(lane, TimelineState.parse(state), Name.parse(label), agoMs),
    note_end: (lane: number) => recorder?.end(lane),
    note_task: (lane: number, label: unknown) => recorder?.beginTask(lane, Name.parse(label)),
    note_task_end: (lane: number) => recorder?.endTask(lane),
    note_sleep: (forMs: number) => recorder?.beforeSleep(forMs),
    tell_notes: () => recorder?.flush(),
  };
}
