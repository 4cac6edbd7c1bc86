import type { Profile } from "./profile";
import type { Timeline } from "./timeline";
import {
  PROFILE_FUNCTIONS_LIMIT,
  PROFILE_LINES_LIMIT,
  PROFILE_NODES_LIMIT,
  TIMELINE_LANES_LIMIT,
  TIMELINE_SPANS_LIMIT,
  TIMELINE_TASKS_LIMIT,
} from "./report-limits";

/** So many rows of each kind are read within a few milliseconds, on a slow computer too. */
const ROWS_A_PART = 500;

/**
 * A timeline in parts that are read one by one, so that whoever hears them can do something else between: each has the
 * rows that follow those of the part before it. `joinTimeline` puts them together.
 */
export const timelineParts = (timeline: Timeline): Timeline[] =>
  partsOf(timeline.lanes.length, timeline.spans.length, timeline.tasks.length).map((rows) => ({
    ...timeline,
    lanes: timeline.lanes.slice(...rows),
    spans: timeline.spans.slice(...rows),
    tasks: timeline.tasks.slice(...rows),
  }));

/** A timeline with one more part behind it; of what is too much, the first. */
export const joinTimeline = (before: Timeline | null, part: Timeline): Timeline =>
  before === null
    ? part
    : {
        ...part,
        lanes: [...before.lanes, ...part.lanes].slice(0, TIMELINE_LANES_LIMIT),
        spans: [...before.spans, ...part.spans].slice(0, TIMELINE_SPANS_LIMIT),
        tasks: [...before.tasks, ...part.tasks].slice(0, TIMELINE_TASKS_LIMIT),
      };

/** A profile in such parts. */
export const profileParts = (profile: Profile): Profile[] =>
  partsOf(profile.functions.length, profile.nodes.length, profile.lines.length).map((rows) => ({
    ...profile,
    functions: profile.functions.slice(...rows),
    nodes: profile.nodes.slice(...rows),
    lines: profile.lines.slice(...rows),
  }));

/** A profile with one more part behind it; of what is too much, the first. */
export const joinProfile = (before: Profile | null, part: Profile): Profile =>
  before === null
    ? part
    : {
        ...part,
        functions: [...before.functions, ...part.functions].slice(0, PROFILE_FUNCTIONS_LIMIT),
        nodes: [...before.nodes, ...part.nodes].slice(0, PROFILE_NODES_LIMIT),
        lines: [...before.lines, ...part.lines].slice(0, PROFILE_LINES_LIMIT),
      };

const partsOf = (...lengths: readonly number[]) =>
  Array.from(
    { length: Math.max(1, Math.ceil(Math.max(...lengths) / ROWS_A_PART)) },
    (_, index) => [index * ROWS_A_PART, (index + 1) * ROWS_A_PART] as const,
  );
