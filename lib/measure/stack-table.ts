import type { Profile } from "@/lib/run/profile";
import { openCallTree } from "./call-tree";
import type { Table } from "./csv";

/**
 * A profile's stacks as a table: each function once for each way it was reached, after its caller and at its depth. A
 * sampled profile knows no calls.
 */
export function stackTable(profile: Profile): Table {
  const isSampled = profile.mode === "sampling";
  const tree = openCallTree(profile);
  const rows: (string | number | null)[][] = [];
  tree.walk({
    enter({ node, function: of, caller, depth, totalMs }) {
      const { name, line } = tree.functions[of] ?? { name: "", line: null };
      const calledBy = caller === null ? "" : (tree.functions[caller]?.name ?? "");
      const calls = isSampled ? [] : [node.calls];
      rows.push([depth, name, line, calledBy, ...calls, node.ownMs, totalMs]);
    },
  });
  const calls = isSampled ? [] : ["Calls"];
  return {
    columns: ["Depth", "Function", "Line", "Called by", ...calls, "Own (ms)", "With callees (ms)"],
    rows,
  };
}
