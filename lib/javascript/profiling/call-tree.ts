import type { Profile } from "@/lib/run/profile";
import { openSpentTimes } from "./spent-times";
import { PROFILE_NODES_LIMIT } from "@/lib/run/report-limits";

/** A tree of calls as it grows: every function with the chain of its callers is a node. A function is named by any number. */
export function openCallTree() {
  const functions: number[] = [];
  const parents: number[] = [];
  const calls: number[] = [];
  const times = openSpentTimes();
  const roots = new Map<number, number>();
  const children: (Map<number, number> | null)[] = [];
  let isCut = false;

  return {
    /** The node of a function that `parent` calls (-1: nobody does); the parent itself where the tree is full. */
    child(parent: number, subject: number): number {
      const siblings = parent < 0 ? roots : (children[parent] ??= new Map());
      const known = siblings.get(subject);
      if (known !== undefined) return known;
      if (functions.length >= PROFILE_NODES_LIMIT) {
        isCut = true;
        return parent;
      }
      const node = functions.push(subject) - 1;
      parents.push(parent);
      calls.push(0);
      children.push(null);
      siblings.set(subject, node);
      return node;
    },
    addCall: (node: number) => void (calls[node] = (calls[node] ?? 0) + 1),
    addMs: times.add,
    isCut: () => isCut,
    /** The nodes as a profile has them, callers before what they call; `indexOf` gives a function's index there. */
    nodes: (indexOf: (subject: number) => number, markMs: number): Profile["nodes"] =>
      functions.map((subject, node) => {
        const parent = parents[node] ?? -1;
        return {
          function: indexOf(subject),
          parent: parent < 0 ? null : parent,
          calls: calls[node] ?? 0,
          ownMs: times.ownMs(node, markMs),
        };
      }),
  };
}
