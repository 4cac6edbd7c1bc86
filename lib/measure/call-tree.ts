import type { Profile, ProfiledFunction, ProfileNode } from "@/lib/run/profile";

/** A node of a profile with its place in the tree. */
export type Call = {
  /** In the profile's `nodes`. */
  readonly index: number;
  readonly node: ProfileNode;
  /** Of its function in the tree's `functions`. */
  readonly function: number;
  /** Of the function that called it there; null for a root. */
  readonly caller: number | null;
  readonly depth: number;
  /** With all that it called. */
  readonly totalMs: number;
  /** A function that called it, or called its caller and so on, is its own. */
  readonly isRecursive: boolean;
};

type Visit = { readonly enter: (call: Call) => void; readonly leave?: (call: Call) => void };

/** A profile's calls as a tree that can be walked. */
export type CallTree = {
  /** Each once, however often the profile names it. */
  readonly functions: readonly ProfiledFunction[];
  /** Of all calls together. */
  readonly totalMs: number;
  readonly totalMsOf: (node: number) => number;
  readonly childrenOf: (node: number) => readonly number[];
  readonly roots: readonly number[];
  /** Visits each call after its caller, callees in the order of their time, longest first. */
  readonly walk: (visit: Visit) => void;
};

/** Opens a profile's tree. Throws a RangeError where a node names a caller or function that is not there. */
export function openCallTree({ functions, nodes }: Profile): CallTree {
  const { distinct, indexOf } = distinctFunctions(functions);
  const totals = nodes.map(({ ownMs }) => ownMs);
  const children: number[][] = nodes.map(() => []);
  const roots: number[] = [];
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (indexOf[node.function] === undefined) {
      throw new RangeError(
        `The profile's node ${index} names function ${node.function}, but there are ${functions.length}: record it again.`,
      );
    }
    if (node.parent === null) {
      roots.push(index);
      continue;
    }
    const siblings = children[node.parent];
    if (siblings === undefined || node.parent >= index) {
      throw new RangeError(
        `The profile's node ${index} names caller ${node.parent}, which does not stand before it: record it again.`,
      );
    }
    siblings.push(index);
    totals[node.parent] = (totals[node.parent] ?? 0) + (totals[index] ?? 0);
  }
  const totalMsOf = (node: number) => totals[node] ?? 0;
  const longestFirst = (one: number, other: number) => totalMsOf(other) - totalMsOf(one) || one - other;
  for (const siblings of [roots, ...children]) siblings.sort(longestFirst);
  const childrenOf = (node: number) => children[node] ?? [];

  /** Iterative: a recursion may be deeper than this program's own stack. */
  const walk = ({ enter, leave }: Visit) => {
    const active = distinct.map(() => 0);
    const path: { call: Call; next: number }[] = [];
    const open = (index: number) => {
      const node = nodes[index];
      const own = node && indexOf[node.function];
      if (node === undefined || own === undefined) return;
      const call: Call = {
        index,
        node,
        function: own,
        caller: path.at(-1)?.call.function ?? null,
        depth: path.length,
        totalMs: totalMsOf(index),
        isRecursive: (active[own] ?? 0) > 0,
      };
      enter(call);
      active[own] = (active[own] ?? 0) + 1;
      path.push({ call, next: 0 });
    };
    for (const root of roots) {
      open(root);
      for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
        const child = childrenOf(last.call.index)[last.next];
        last.next += 1;
        if (child !== undefined) {
          open(child);
          continue;
        }
        path.pop();
        active[last.call.function] = (active[last.call.function] ?? 0) - 1;
        leave?.(last.call);
      }
    }
  };

  const totalMs = roots.reduce((sum, root) => sum + totalMsOf(root), 0);
  return { functions: distinct, totalMs, totalMsOf, childrenOf, roots, walk };
}

/** Two lambdas of a line are one to every reader of profiles: they tell functions apart by file, line and name. */
function distinctFunctions(functions: readonly ProfiledFunction[]) {
  const places = new Map<string, number>();
  const distinct: ProfiledFunction[] = [];
  const indexOf = functions.map((each) => {
    const key = `${each.line} ${each.file}\n${each.name}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, distinct.length);
    return distinct.push(each) - 1;
  });
  return { distinct, indexOf };
}
