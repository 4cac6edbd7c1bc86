import type { AnyNode } from "acorn";
import { childrenOf, type SyntaxTree } from "./syntax-tree";

/** A program on its way to counting its own steps. */
export type Rewriting = {
  readonly tree: SyntaxTree;
  /** The name of the meter inside the machine. */
  readonly meter: string;
  /** Whether steps are also counted on the lines that take them. */
  readonly byLine: boolean;
  /** A node's new text. */
  readonly rewrite: (node: AnyNode) => string;
};

/** A node's text with each of its parts as `partText` gives it. */
export function rewriteParts(
  { tree: { code }, rewrite }: Rewriting,
  node: AnyNode,
  partText: (part: AnyNode) => string = rewrite,
): string {
  let text = "";
  let at = node.start;
  for (const part of childrenOf(node)) {
    text = beside(text + code.slice(at, part.start), partText(part));
    at = part.end;
  }
  return text + code.slice(at, node.end);
}

const OF_WORD = /[\w$\u0080-\uffff]/;

/** Two texts one behind the other: a word such as `return` may stand directly before a bracket, but not before a name. */
export const beside = (before: string, behind: string) =>
  OF_WORD.test(before.slice(-1)) && OF_WORD.test(behind.charAt(0)) ? `${before} ${behind}` : before + behind;

/** The expression that adds to the meter a step for each of the nodes. */
export function addSteps({ meter, byLine, tree }: Rewriting, nodes: readonly AnyNode[]): string {
  const adding = `${meter}.steps+=${nodes.length}`;
  if (!byLine || nodes.length === 0) return adding;
  const lines = nodes.map(({ start }) => tree.lineAt(start)).join(" ");
  return `${meter}.nextLook<(${adding})&&${meter}.took("${lines}")`;
}
