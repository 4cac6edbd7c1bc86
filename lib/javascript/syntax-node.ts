/** A node of the parser's tree, of whatever type. */
export type SyntaxNode = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
};

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    "start" in value &&
    typeof value.start === "number" &&
    "end" in value &&
    typeof value.end === "number"
  );
}

/** A property that is a node; null for anything else. */
export function childOf(node: SyntaxNode, property: string): SyntaxNode | null {
  const value = node[property];
  return isSyntaxNode(value) ? value : null;
}

/** The nodes in a property that is a list. */
export function childrenOf(node: SyntaxNode, property: string): SyntaxNode[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isSyntaxNode) : [];
}

/** Every node directly below. */
export const allChildrenOf = (node: SyntaxNode): SyntaxNode[] =>
  Object.keys(node).flatMap((property) => {
    const child = childOf(node, property);
    return child === null ? childrenOf(node, property) : [child];
  });
