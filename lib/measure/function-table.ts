import type { Profile, ProfiledFunction } from "@/lib/run/profile";
import { openCallTree } from "./call-tree";

/** The calls between a function and another one. */
export type CallEdge = {
  /** The other one's row. */
  readonly row: number;
  readonly calls: number;
  /** Calls that were no recursion of the called function. */
  readonly primitiveCalls: number;
  readonly ownMs: number;
  /** With what the called function called; inside a recursion 0, for the outermost call has it already. */
  readonly cumulativeMs: number;
};

/** A function in all the calls of a profile. */
export type FunctionRow = {
  readonly function: ProfiledFunction;
  /** 0 where the profile was sampled. */
  readonly calls: number;
  readonly primitiveCalls: number;
  readonly ownMs: number;
  /** With all that it called; a recursion counts once, as its outermost call. The sum of its callers' cumulative times. */
  readonly cumulativeMs: number;
  readonly callers: readonly CallEdge[];
  readonly callees: readonly CallEdge[];
};

type Sum = { calls: number; primitiveCalls: number; ownMs: number; cumulativeMs: number };
const nothing = (): Sum => ({ calls: 0, primitiveCalls: 0, ownMs: 0, cumulativeMs: 0 });

/** Each function's calls and milliseconds; rows stand in the order in which the profile names the functions. */
export function functionTable(profile: Profile): FunctionRow[] {
  const tree = openCallTree(profile);
  const sums = tree.functions.map(() => ({ own: nothing(), callers: new Map<number, Sum>() }));
  tree.walk({
    enter: ({ node, function: called, caller, totalMs, isRecursive }) => {
      const row = sums[called];
      if (row === undefined) return;
      const edge = caller === null ? nothing() : (row.callers.get(caller) ?? nothing());
      if (caller !== null) row.callers.set(caller, edge);
      for (const sum of [row.own, edge]) {
        sum.calls += node.calls;
        sum.ownMs += node.ownMs;
        if (isRecursive) continue;
        sum.primitiveCalls += node.calls;
        sum.cumulativeMs += totalMs;
      }
    },
  });
  const callees: CallEdge[][] = sums.map(() => []);
  for (const [row, { callers }] of sums.entries()) {
    for (const [caller, sum] of callers) callees[caller]?.push({ row, ...sum });
  }
  return tree.functions.map((each, index) => {
    const { own, callers } = sums[index] ?? { own: nothing(), callers: new Map<number, Sum>() };
    return {
      function: each,
      ...own,
      callers: longestFirst(Array.from(callers, ([row, sum]) => ({ row, ...sum }))),
      callees: longestFirst(callees[index] ?? []),
    };
  });
}

const longestFirst = (edges: CallEdge[]) =>
  edges.toSorted((one, other) => other.cumulativeMs - one.cumulativeMs || other.calls - one.calls);
