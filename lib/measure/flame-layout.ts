import type { Profile } from "@/lib/run/profile";
import { openCallTree } from "./call-tree";

/** A frame of a flame graph: a function in one chain of callers, as wide as its share of the time. */
export type Flame = {
  /** In the profile's `nodes`. */
  readonly node: number;
  readonly label: string;
  /** 0 for what nothing called. */
  readonly depth: number;
  /** Left and right edge, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly totalMs: number;
  readonly ownMs: number;
  /** It called the frame on which the graph is zoomed, and is as wide as all though it took longer. */
  readonly isAboveZoom: boolean;
};

type View = {
  /** The node that fills the width, with its callers above it; null for the whole profile. */
  readonly zoom: number | null;
  /** Frames narrower than this share of the width are left out with all that they called. */
  readonly narrowest: number;
};

/**
 * Lays a profile out as a flame graph: callees under their caller, the longest first; a frame's own time is the width
 * that its callees leave free at its right. Frames come after their callers.
 */
export function layOutFlames(profile: Profile, { zoom, narrowest }: View): Flame[] {
  const { functions, nodes } = profile;
  const tree = openCallTree(profile);
  const widthMs = zoom === null ? tree.totalMs : tree.totalMsOf(zoom);
  const above = callersOf(nodes, zoom);
  const flames: Flame[] = [];
  const add = (index: number, depth: number, edges: { from: number; to: number }) => {
    const node = nodes[index];
    if (node === undefined) return;
    const label = functions[node.function]?.name ?? "";
    const isAboveZoom = depth < above.length;
    const totalMs = tree.totalMsOf(index);
    flames.push({ node: index, label, depth, ...edges, totalMs, ownMs: node.ownMs, isAboveZoom });
  };
  for (const [depth, caller] of above.entries()) add(caller, depth, { from: 0, to: 1 });
  if (!(widthMs > 0)) return flames;

  const lay = (siblings: readonly number[], depth: number, leftEdge: number) => {
    let from = leftEdge;
    for (const index of siblings) {
      const to = Math.min(from + tree.totalMsOf(index) / widthMs, 1);
      // Siblings stand in the order of their widths: all that follow are as narrow.
      if (to - from < narrowest || to === from) break;
      add(index, depth, { from, to });
      waiting.push({ siblings: tree.childrenOf(index), depth: depth + 1, leftEdge: from });
      from = to;
    }
  };
  const waiting = [{ siblings: zoom === null ? tree.roots : [zoom], depth: above.length, leftEdge: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    lay(next.siblings, next.depth, next.leftEdge);
  }
  return flames;
}

/** Outermost first. */
function callersOf(nodes: Profile["nodes"], zoom: number | null) {
  const callers: number[] = [];
  let at = zoom === null ? null : (nodes[zoom]?.parent ?? null);
  while (at !== null) {
    callers.unshift(at);
    at = nodes[at]?.parent ?? null;
  }
  return callers;
}
