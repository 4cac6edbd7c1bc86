import type { AnyNode } from "acorn";

const KINDS: ReadonlySet<AnyNode["type"]> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassDeclaration",
  "ClassExpression",
  "Property",
  "MethodDefinition",
]);

/** Whether a node is what `Function.prototype.toString` gives the text of: a rewritten program must show its own. */
export const showsItsSource = ({ type }: AnyNode) => KINDS.has(type);
