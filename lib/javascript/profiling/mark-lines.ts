import type { AnyNode, ForStatement, WhileStatement, DoWhileStatement } from "acorn";
import type { Marking } from "./marking";

type Kind<Type extends AnyNode["type"]> = Extract<AnyNode, { type: Type }>;
type Statements = Kind<"Program" | "BlockStatement" | "StaticBlock" | "SwitchCase">;

const UNMARKED: ReadonlySet<AnyNode["type"]> = new Set([
  "FunctionDeclaration",
  "EmptyStatement",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "WhileStatement",
  "DoWhileStatement",
  "BlockStatement",
]);
const HAS_STATEMENTS = /^(?:If|For|ForIn|ForOf|While|DoWhile|Switch|Try|Block|Labeled)/;

export const isDirective = (node: AnyNode) =>
  node.type === "ExpressionStatement" && node.directive !== undefined;

/** Marks the statements of a list that begin a line; `active` is the line on which it is come to, where that is known. */
export function markStatements(marking: Marking, node: Statements, active: number | null) {
  const statements = node.type === "SwitchCase" ? node.consequent : node.body;
  if (node.type === "SwitchCase" && node.test) marking.visit(node.test);
  for (const statement of statements) {
    if (!isDirective(statement)) active = markStatement(marking, statement, { active, list: node });
    marking.visit(statement);
  }
}

/** Marks one statement; gives the line that the program is on behind it, where that is known. */
function markStatement(
  { isSparse, lineOf, lineMark, wrap, code }: Marking,
  statement: AnyNode,
  { active, list }: { active: number | null; list: Statements },
): number | null {
  if (isSparse) return null;
  const line = lineOf(statement.start);
  const isCompound = HAS_STATEMENTS.test(statement.type);
  const behind = isCompound && lineOf(statement.end) !== line ? null : line;
  if (!isMarked(statement)) return UNMARKED_AND_IDLE.has(statement.type) ? active : null;
  if (line === active) return behind;
  // What a script comes to at its end is the value of its last expression: a mark must not take its place.
  const isValue = list.type === "Program" && !isCompound && statement.type !== "ExpressionStatement";
  const text = isValue ? `{const _=${lineMark(line)};}` : `${lineMark(line)};`;
  // A line of the program's still begins with its statement.
  const isAtStart = statement.start === 0 || code.charAt(statement.start - 1) === "\n";
  wrap(statement, list.type === "Program" && isAtStart ? `${text}\n` : text, "");
  return behind;
}

const UNMARKED_AND_IDLE: ReadonlySet<AnyNode["type"]> = new Set([
  "FunctionDeclaration",
  "EmptyStatement",
  "ImportDeclaration",
  "ExportAllDeclaration",
]);

function isMarked(node: AnyNode): boolean {
  if (node.type === "LabeledStatement") return isMarked(node.body);
  if (/^Export(?:Named|Default)Declaration$/.test(node.type) && "declaration" in node) {
    const declaration = node.declaration;
    return declaration !== null && declaration !== undefined && isMarked(declaration);
  }
  return !UNMARKED.has(node.type);
}

/** The line on which a function's first statement begins, which need not be marked once more; null where that is not the first to run. */
export function firstLineOf(
  body: Extract<AnyNode, { type: "BlockStatement" }>,
  lineOf: Marking["lineOf"],
): number | null {
  const first = body.body.find(
    (statement) => !isDirective(statement) && !UNMARKED_AND_IDLE.has(statement.type),
  );
  return first === undefined || !isMarked(first) ? null : lineOf(first.start);
}

/** The statement of a condition or loop, with or without braces. */
export function markBranch(marking: Marking, node: AnyNode, active: number | null) {
  if (node.type === "BlockStatement") {
    markStatements(marking, node, active);
    return;
  }
  const line = marking.lineOf(node.start);
  if (!marking.isSparse && isMarked(node) && line !== active)
    marking.wrap(node, `{${marking.lineMark(line)};`, "}");
  marking.visit(node);
}

/** A condition: where it leads to the same line, that need not be marked again. */
export function markCondition(marking: Marking, node: Kind<"IfStatement">) {
  marking.visit(node.test);
  markBranch(marking, node.consequent, marking.lineOf(node.start));
  if (node.alternate) markBranch(marking, node.alternate, null);
}

/** A loop with conditions: its head is come back to at every turn. */
export function markLoop(marking: Marking, node: ForStatement | WhileStatement | DoWhileStatement) {
  const { lineMark, lineOf, wrap, visit } = marking;
  const again = node.type === "ForStatement" ? (node.update ?? node.test ?? null) : node.test;
  const line = lineOf(again?.start ?? node.start);
  if (again !== null) wrap(again, `(${lineMark(line)},(`, "))");
  if (node.type === "DoWhileStatement") {
    markBranch(marking, node.body, null);
    visit(node.test);
    return;
  }
  if (node.type === "ForStatement") for (const part of [node.init, node.test]) if (part) visit(part);
  if (node.type === "WhileStatement") visit(node.test);
  if (node.type === "ForStatement" && node.update) visit(node.update);
  markBranch(marking, node.body, again === null ? null : line);
}
