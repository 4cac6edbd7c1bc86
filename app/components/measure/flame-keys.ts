import type { Flame } from "@/lib/measure/flame-layout";

/** The frame that a key leads to from another one; null where it leads nowhere. The first key leads to the outermost. */
export function nextFlame(flames: readonly Flame[], at: Flame | null, key: string): Flame | null {
  if (!key.startsWith("Arrow")) return null;
  if (at === null) return flames[0] ?? null;
  const middle = (at.from + at.to) / 2;
  const atDepth = (depth: number) => flames.filter((flame) => flame.depth === depth);
  switch (key) {
    case "ArrowUp":
      return atDepth(at.depth - 1).find(({ from, to }) => from <= middle && middle <= to) ?? null;
    case "ArrowDown":
      return atDepth(at.depth + 1).find(({ from, to }) => from >= at.from && to <= at.to) ?? null;
    case "ArrowRight":
      return closest(
        atDepth(at.depth).filter(({ from }) => from > at.from),
        at,
      );
    case "ArrowLeft":
      return closest(
        atDepth(at.depth).filter(({ from }) => from < at.from),
        at,
      );
    default:
      return null;
  }
}

const closest = (flames: readonly Flame[], { from }: Flame): Flame | null =>
  flames.toSorted((one, other) => Math.abs(one.from - from) - Math.abs(other.from - from))[0] ?? null;
