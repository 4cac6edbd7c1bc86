import { expect, test } from "vitest";
import type { Flame } from "@/lib/measure/flame-layout";
import { nextFlame } from "./flame-keys";

const flame = (node: number, depth: number, [from, to]: [number, number]): Flame => ({
  node,
  depth,
  from,
  to,
  label: String(node),
  totalMs: 1,
  ownMs: 1,
  isAboveZoom: false,
});

/** 0 called 1 and 2; 2 called 3. */
const flames = [flame(0, 0, [0, 1]), flame(1, 1, [0, 0.4]), flame(2, 1, [0.4, 0.9]), flame(3, 2, [0.5, 0.6])];
const from = (node: number | null, key: string) => nextFlame(flames, flames[node ?? -1] ?? null, key)?.node;

test("the first arrow leads into the graph, at the outermost call", () => {
  expect(from(null, "ArrowRight")).toBe(0);
});

test("down leads to what was called, up to who called", () => {
  expect(from(0, "ArrowDown")).toBe(1);
  expect(from(2, "ArrowDown")).toBe(3);
  expect(from(3, "ArrowUp")).toBe(2);
});

test("left and right lead along the calls of one depth, and end at its edges", () => {
  expect(from(1, "ArrowRight")).toBe(2);
  expect(from(2, "ArrowLeft")).toBe(1);
  expect(from(2, "ArrowRight")).toBeUndefined();
  expect(from(0, "ArrowUp")).toBeUndefined();
});

test("other keys lead nowhere, so that the page keeps them", () => {
  expect(from(null, "Tab")).toBeUndefined();
  expect(from(1, "a")).toBeUndefined();
});
