import type { AnyNode } from "acorn";
import { addSteps, rewriteParts, type Rewriting } from "./rewriting";

/** What is charged where a block begins: a step for each of some nodes, and the length of what patterns took the rest of. */
type Entry = { readonly steps: readonly AnyNode[]; readonly rests: readonly string[] };

const NOTHING: Entry = { steps: [], rests: [] };
type Kind<Type extends AnyNode["type"]> = Extract<AnyNode, { type: Type }>;
type Statements = Kind<"Program" | "BlockStatement" | "StaticBlock" | "SwitchCase">;
type Loop = Kind<
  "ForStatement" | "ForInStatement" | "ForOfStatement" | "WhileStatement" | "DoWhileStatement"
>;
type AnyFunction = Kind<"FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression">;

/** A node that holds a list of statements. */
export const isStatements = (node: AnyNode): node is Statements =>
  /^(Program|BlockStatement|StaticBlock|SwitchCase)$/.test(node.type);
export const isLoop = (node: AnyNode): node is Loop => /^(For|While|DoWhile)\w*Statement$/.test(node.type);
export const isFunction = (node: AnyNode): node is AnyFunction =>
  /^(ArrowFunctionExpression|Function(Declaration|Expression))$/.test(node.type);

/** Statements that hand on to the next one: they are charged together, at the first of them. */
const STRAIGHT: ReadonlySet<AnyNode["type"]> = new Set([
  "ExpressionStatement",
  "VariableDeclaration",
  "ClassDeclaration",
]);
const NOTHING_HAPPENS: ReadonlySet<AnyNode["type"]> = new Set(["FunctionDeclaration", "EmptyStatement"]);

/** A list of statements, each counted as one step. */
export function countStatements(rewriting: Rewriting, node: Statements, entry: Entry = NOTHING): string {
  const charged = new Map<AnyNode, AnyNode[]>();
  let first: AnyNode | null = null;
  for (const statement of node.type === "SwitchCase" ? node.consequent : node.body) {
    if (NOTHING_HAPPENS.has(statement.type) || isDirective(statement)) continue;
    first ??= statement;
    charged.set(first, [...(charged.get(first) ?? []), statement]);
    if (!STRAIGHT.has(statement.type)) first = null;
  }
  const [entrance] = charged.keys();
  const text = rewriteParts(rewriting, node, (part) => {
    const own = part === entrance ? entry : NOTHING;
    const steps = [...own.steps, ...(charged.get(part) ?? [])];
    const before = steps.length === 0 ? "" : charges(rewriting, { ...own, steps });
    return `${before}${rewriting.rewrite(part)}${chargesBehind(rewriting, part)}`;
  });
  const isUncharged = entrance === undefined && entry.steps.length + entry.rests.length > 0;
  return isUncharged ? `${text.slice(0, -1)};${charges(rewriting, entry)}}` : text;
}

const isDirective = (node: AnyNode) => node.type === "ExpressionStatement" && node.directive !== undefined;

const charges = (rewriting: Rewriting, { steps, rests }: Entry) =>
  [addSteps(rewriting, steps), ...rests.map((name) => `${rewriting.meter}.rest(${name})`)]
    .map((charge) => `${charge};`)
    .join("");

function chargesBehind({ meter }: Rewriting, node: AnyNode): string {
  if (node.type !== "VariableDeclaration") return "";
  return restsOf(node)
    .map((name) => `;${meter}.rest(${name});`)
    .join("");
}

/** A loop, each turn of which is a step of its own. */
export function countLoop(rewriting: Rewriting, node: Loop): string {
  const head = "left" in node ? node.left : "init" in node ? node.init : null;
  const entry = { steps: [node], rests: head?.type === "VariableDeclaration" ? restsOf(head) : [] };
  return rewriteParts(rewriting, node, (part) => {
    if (part === node.body) return countBranch(rewriting, part, entry);
    // All names are gathered before the first turn.
    const isNamed = node.type === "ForInStatement" && part === node.right;
    return isNamed ? `${rewriting.meter}.named((${rewriting.rewrite(part)}))` : rewriting.rewrite(part);
  });
}

/** A condition's or a loop's statement, with or without braces. */
export function countBranch(rewriting: Rewriting, node: AnyNode, entry: Entry = NOTHING): string {
  const isBlock = node.type === "BlockStatement";
  // A block may use the name of a rest for something of its own.
  if (isBlock && entry.rests.length === 0) return countStatements(rewriting, node, entry);
  const text = rewriting.rewrite(node);
  const countsItself = isBlock || NOTHING_HAPPENS.has(node.type);
  if (countsItself && entry === NOTHING) return text;
  const steps = countsItself ? entry.steps : [...entry.steps, node];
  return `{${charges(rewriting, { ...entry, steps })}${text}}`;
}

/** A function, each call of which is a step. */
export function countFunction(rewriting: Rewriting, node: AnyFunction): string {
  const entry = { steps: [node], rests: node.params.flatMap(restsOf) };
  return rewriteParts(rewriting, node, (part) => {
    if (part !== node.body) return rewriting.rewrite(part);
    if (part.type === "BlockStatement") return countStatements(rewriting, part, entry);
    const charge = charges(rewriting, entry).replaceAll(";", ",");
    return `(${charge}${rewriting.rewrite(part)})`;
  });
}

/** The clause of a `catch`, whose pattern may take the rest of what was thrown. */
export function countCatch(rewriting: Rewriting, node: Extract<AnyNode, { type: "CatchClause" }>): string {
  const rests = node.param === null || node.param === undefined ? [] : restsOf(node.param);
  return rewriteParts(rewriting, node, (part) =>
    part.type === "BlockStatement"
      ? countStatements(rewriting, part, { steps: [], rests })
      : rewriting.rewrite(part),
  );
}

/** The names that an object pattern gives to copies of what it has not taken. */
function restsOf(pattern: AnyNode | null): string[] {
  if (pattern === null) return [];
  if (pattern.type === "VariableDeclaration") return pattern.declarations.flatMap(({ id }) => restsOf(id));
  if (pattern.type === "ArrayPattern") return pattern.elements.flatMap(restsOf);
  if (pattern.type === "AssignmentPattern") return restsOf(pattern.left);
  if (pattern.type === "RestElement") return restsOf(pattern.argument);
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((property) => {
    if (property.type === "Property") return restsOf(property.value);
    return property.argument.type === "Identifier" ? [property.argument.name] : [];
  });
}
