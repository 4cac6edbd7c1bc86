import type { Flame } from "@/lib/measure/flame-layout";

export const FRAME_PX = 20;
const GAP_PX = 1;
const NARROWEST_PX = 0.5;

/** Where a frame stands in a picture of that width. */
export const placeOf = ({ from, to, depth }: Flame, widthPx: number) => ({
  x: from * widthPx,
  y: depth * FRAME_PX,
  width: Math.max(NARROWEST_PX, (to - from) * widthPx - GAP_PX),
  height: FRAME_PX - GAP_PX,
});

/** The frame at a point of the picture; null where there is none. */
export function flameAt(
  flames: readonly Flame[],
  { xPx, yPx, widthPx }: { xPx: number; yPx: number; widthPx: number },
): Flame | null {
  const depth = Math.floor(yPx / FRAME_PX);
  const share = xPx / widthPx;
  return flames.find((flame) => flame.depth === depth && flame.from <= share && share < flame.to) ?? null;
}
