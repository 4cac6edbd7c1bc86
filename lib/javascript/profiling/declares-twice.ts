import type { AnyNode } from "acorn";
import { isFunction } from "../counting/count-statements";
import { childrenOf } from "../counting/syntax-tree";

type Block = Extract<AnyNode, { type: "BlockStatement" }>;

/**
 * Whether a function's body declares a function by a name that is declared once more: by itself, by a block in it or by
 * the function's own parameters. That is allowed there, but not in a block, or means something else there.
 */
export function declaresTwice(body: Block, parameters: readonly AnyNode[]): boolean {
  const names = body.body.flatMap((statement) =>
    statement.type === "FunctionDeclaration" ? [statement.id.name] : [],
  );
  if (names.length === 0) return false;
  const variables = new Set([...body.body.flatMap(variableNames), ...parameters.flatMap(namesOf)]);
  return new Set(names).size < names.length || names.some((name) => variables.has(name));
}

/** The names of the `var`s in a statement, and of the functions that its blocks declare, which are variables outside them too. */
function variableNames(node: AnyNode): string[] {
  if (isFunction(node)) return [];
  const own =
    node.type === "VariableDeclaration" && node.kind === "var"
      ? node.declarations.flatMap(({ id }) => namesOf(id))
      : [];
  const inner = childrenOf(node).flatMap((child) =>
    child.type === "FunctionDeclaration" && child.id ? [child.id.name] : variableNames(child),
  );
  return [...own, ...inner];
}

/** Every name in a pattern; some may be of its keys. */
const namesOf = (node: AnyNode): string[] =>
  node.type === "Identifier" ? [node.name] : childrenOf(node).flatMap(namesOf);
