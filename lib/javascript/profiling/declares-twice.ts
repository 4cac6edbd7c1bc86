import type { AnyNode } from "acorn";
import { isFunction } from "../counting/count-statements";
import { childrenOf } from "../counting/syntax-tree";

type Block = Extract<AnyNode, { type: "BlockStatement" }>;

/** Whether a function's body declares a function by a name that it declares once more: allowed there, but not in a block. */
export function declaresTwice(body: Block): boolean {
  const names = body.body.flatMap((statement) =>
    statement.type === "FunctionDeclaration" ? [statement.id.name] : [],
  );
  if (names.length === 0) return false;
  const variables = new Set(variableNames(body));
  return new Set(names).size < names.length || names.some((name) => variables.has(name));
}

/** The names of a function's `var`s. */
function variableNames(node: AnyNode): string[] {
  const own =
    node.type === "VariableDeclaration" && node.kind === "var"
      ? node.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : namesIn(id)))
      : [];
  const inner = childrenOf(node).flatMap((child) => (isFunction(child) ? [] : variableNames(child)));
  return [...own, ...inner];
}

/** Every name in a pattern; some may be of its keys. */
const namesIn = (node: AnyNode): string[] =>
  childrenOf(node).flatMap((child) => (child.type === "Identifier" ? [child.name] : namesIn(child)));
