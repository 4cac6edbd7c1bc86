import type { Flame } from "./flame-layout";

/** What a search marks in a flame graph. */
export type FlameMatches = {
  /** The marked frames' nodes. */
  readonly nodes: ReadonlySet<number>;
  /** Of the width on view, 0 to 1; what lies under a marked frame counts once, frames above the zoom not at all. */
  readonly share: number;
};

/** Marks the frames with this text in their names, in capitals or not. No text marks nothing. */
export function searchFlames(flames: readonly Flame[], text: string): FlameMatches {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return { nodes: new Set(), share: 0 };
  const marked = flames.filter(({ label }) => label.toLowerCase().includes(wanted));
  const inView = marked
    .filter(({ isAboveZoom }) => !isAboveZoom)
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  let share = 0;
  let covered = 0;
  for (const { from, to } of inView) {
    share += Math.max(to - Math.max(from, covered), 0);
    covered = Math.max(covered, to);
  }
  return { nodes: new Set(marked.map(({ node }) => node)), share };
}
