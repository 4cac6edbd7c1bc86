import type { AnyNode } from "acorn";
import { rewriteParts, type Rewriting } from "./rewriting";

type Kind<Type extends AnyNode["type"]> = Extract<AnyNode, { type: Type }>;

/**
 * What stands for an operator between two strings, which may be long. An addition is charged by its shorter part, since
 * engines tie the parts together; a comparison by what it has to look at.
 */
const METHODS: ReadonlyMap<string, string> = new Map([
  ["+", "add"],
  ["===", "same"],
  ["!==", "other"],
  ["==", "alike"],
  ["!=", "unlike"],
  ["<", "less"],
  [">", "more"],
  ["<=", "atMost"],
  [">=", "atLeast"],
]);

/** An operator between two values. */
export function countOperator(rewriting: Rewriting, node: Kind<"BinaryExpression">): string {
  const { left, right } = node;
  const method = METHODS.get(node.operator);
  if (method === undefined || isShort(left) || isShort(right)) return rewriteParts(rewriting, node);
  const { tree, meter, rewrite } = rewriting;
  const operatorAt = tree.operatorBetween(left, right);
  const behind = operatorAt + node.operator.length;
  const gap = `${tree.code.slice(left.end, operatorAt)},${tree.code.slice(behind, right.start)}`;
  const [opening, closing] = [tree.code.slice(node.start, left.start), tree.code.slice(right.end, node.end)];
  return `${meter}.${method}(${opening}${rewrite(left)}${gap}${rewrite(right)}${closing})`;
}

const ARITHMETIC = new Set(["-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"]);

/** What has a length that the text of the program bounds: nothing to charge beyond the statement itself. */
function isShort(node: AnyNode): boolean {
  if (node.type === "TemplateLiteral") return node.expressions.length === 0;
  if (node.type === "UnaryExpression") return node.operator !== "void" && node.operator !== "delete";
  if (node.type === "BinaryExpression") return ARITHMETIC.has(node.operator);
  return node.type === "Literal" || node.type === "UpdateExpression";
}

/** An assignment: what `+=` appends is charged, and the names of what `{ ...rest }` copies. */
export function countAssignment(rewriting: Rewriting, node: Kind<"AssignmentExpression">): string {
  const { left, right, operator } = node;
  const appends = operator === "+=" && !isShort(right);
  const takesRest =
    left.type === "ObjectPattern" && left.properties.some(({ type }) => type === "RestElement");
  const charge = appends ? "appended" : takesRest ? "named" : null;
  return rewriteParts(rewriting, node, (part) => {
    const text = rewriting.rewrite(part);
    return part === right && charge !== null ? `${rewriting.meter}.${charge}((${text}))` : text;
  });
}

/** An object: what it spreads is charged by the number of its names. */
export const countObject = (rewriting: Rewriting, node: Kind<"ObjectExpression">) =>
  rewriteParts(rewriting, node, (part) =>
    part.type === "SpreadElement"
      ? `...${rewriting.meter}.spread((${rewriting.rewrite(part.argument)}))`
      : rewriting.rewrite(part),
  );
