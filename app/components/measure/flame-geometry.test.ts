import { expect, test } from "vitest";
import type { Flame } from "@/lib/measure/flame-layout";
import { flameAt, placeOf } from "./flame-geometry";

const flame = (node: number, depth: number, from: number, to: number): Flame => ({
  node,
  label: `f${node}`,
  depth,
  from,
  to,
  totalMs: 1,
  ownMs: 1,
  isAboveZoom: false,
});
const FLAMES = [flame(0, 0, 0, 1), flame(1, 1, 0, 0.25), flame(2, 1, 0.25, 0.75), flame(3, 2, 0.25, 0.2501)];

test("a frame is found by a point anywhere in it", () => {
  for (const each of FLAMES) {
    const { x, y, width, height } = placeOf(each, 800);
    const inside = { xPx: x + Math.min(width, 0.05) / 2, yPx: y + height / 2, widthPx: 800 };
    expect(flameAt(FLAMES, inside)?.node).toBe(each.node);
  }
});

test("beside and below all frames there is none", () => {
  expect(flameAt(FLAMES, { xPx: 700, yPx: 25, widthPx: 800 })).toBeNull();
  expect(flameAt(FLAMES, { xPx: 10, yPx: 90, widthPx: 800 })).toBeNull();
});
