import type { ReadingPosition } from "./kept-reading";

/** The places that two sides know, each lesson once: the later place, the furthest share, the one read last first. */
export function mergeReading(
  one: readonly ReadingPosition[],
  other: readonly ReadingPosition[],
): readonly ReadingPosition[] {
  const merged = new Map<string, ReadingPosition>();
  for (const position of [...one, ...other]) {
    const known = merged.get(position.lesson);
    if (known === undefined) merged.set(position.lesson, position);
    else {
      const latest = known.at > position.at ? known : position;
      const furthest = Math.max(known.furthest, position.furthest);
      merged.set(position.lesson, { ...latest, furthest });
    }
  }
  return [...merged.values()].toSorted((a, b) => b.at.localeCompare(a.at));
}
