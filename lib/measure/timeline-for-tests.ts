import type { Timeline, TimelineLane, TimelineSpan } from "@/lib/run/timeline";

type Stretch = readonly [
  lane: number,
  state: TimelineSpan["state"],
  fromMs: number,
  toMs: number,
  label?: string,
];

/** A timeline of lanes, which are children of the first, and of their stretches. */
export const timelineWith = (
  lanes: readonly (readonly [kind: TimelineLane["kind"], name: string, parent?: number])[],
  stretches: readonly Stretch[],
  tasks: Timeline["tasks"] = [],
): Timeline => ({
  wallMs: Math.max(0, ...stretches.filter(([lane]) => lane === 0).map(([, , , toMs]) => toMs)),
  lanes: lanes.map(([kind, name, parent = 0], index) => ({
    kind,
    name,
    parent: index === 0 ? null : parent,
  })),
  spans: stretches.map(([lane, state, fromMs, toMs, label = ""]) => ({ lane, state, label, fromMs, toMs })),
  tasks,
  isCut: false,
});
