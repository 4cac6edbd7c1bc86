import type { AnyNode, ForInStatement, ForOfStatement, Program } from "acorn";
import { isFunction, isLoop, isStatements } from "../counting/count-statements";
import { parseProgram } from "../counting/syntax-tree";
import { showsItsSource } from "../shows-its-source";
import { nameFunctions } from "./function-names";
import { openInsertions, type InsertedText, type Part } from "./insertions";
import { mark, markCode } from "./mark";
import { markCall } from "./mark-calls";
import { firstLineOf, isDirective, markBranch, markCondition, markLoop, markStatements } from "./mark-lines";
import { awaits, markWaiting } from "./mark-waiting";
import { openMarking, type Marking } from "./marking";
import { mustStayOutsideTry } from "./outside-try";
import type { ProgramIndex } from "./program-index";

const PROGRAM_NAME = "(program)";

type AnyFunction = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

/** How a file is marked. `marks` is their name inside the machine. */
export type Marks = {
  readonly index: ProgramIndex;
  readonly marks: string;
  /** `sparse`: only the lines, by a variable, and the calls of built-ins that may take long. */
  readonly density: "full" | "sparse";
};

/** The variable that holds the index of the line where a sparsely marked program is. */
export const lineVariable = (marks: string) => `${marks}_line`;

/** A file that tells what it does, and what of it `Function.prototype.toString` gives the text of. */
type MarkedProgram = InsertedText & { readonly shownParts: readonly Part[] };

/**
 * Rewrites a file so that it tells when its functions begin, wait and end, when a line begins, and when it calls
 * built-ins. Adds its functions and lines to the index. Throws a SyntaxError where the text is no program.
 */
export function markProgram(
  { code, path }: { code: string; path: string },
  { index, marks, density }: Marks,
): MarkedProgram {
  const { program } = parseProgram(code);
  if (program.type !== "Program") throw new Error("A file was parsed as something else than a program.");
  const names = nameFunctions(program);
  const lineStarts = [0, ...Array.from(code.matchAll(/\n/g), ({ index: at }) => at + 1)];
  const lineOf = (offset: number) => lineStarts.findLastIndex((start) => start <= offset) + 1;
  const beforeFirstLine = index.addLines(path, lineStarts.length);
  const lineIndex = (line: number) => beforeFirstLine + line;
  const insertions = openInsertions(code);
  const shownParts: Part[] = [];
  /** Names the call of the function that is looked at, where it may wait. */
  let token: string | null = null;
  let owner = -1;
  const isSparse = density === "sparse";

  const announce = (marking: Marking, node: AnyNode) => {
    if (token !== null) markWaiting(marking, node, token);
    // An error's stack is put right before the program can look at it.
    if (
      node.type === "NewExpression" &&
      node.callee.type === "Identifier" &&
      node.callee.name.endsWith("Error")
    )
      marking.wrap(node, `${marks}.fix((`, "))");
    else if (node.type === "CallExpression" || node.type === "NewExpression")
      markCall(marking, { index, isSparse }, node);
    if (node.type === "MemberExpression" && isStack(node)) marking.wrap(node.object, `${marks}.fix((`, "))");
  };

  const descend = (marking: Marking, node: AnyNode): void => {
    const from = insertions.count();
    descendInto(marking, node);
    if (!showsItsSource(node)) return;
    shownParts.push({ start: node.start, end: node.end, from, until: insertions.count() });
  };
  const descendInto = (marking: Marking, node: AnyNode): void => {
    if (node.type === "Program") return descendIntoProgram(marking, node);
    if (isFunction(node)) return descendIntoFunction(marking, node);
    if (isStatements(node)) return markStatements(marking, node, null);
    if (node.type === "ForOfStatement" || node.type === "ForInStatement")
      return descendIntoFor(marking, node);
    if (isLoop(node)) return markLoop(marking, node);
    if (node.type === "IfStatement") return markCondition(marking, node);
    if (node.type === "CatchClause") {
      if (token !== null) marking.insert(node.body.start + 1, `${marks}.resume(${token});`);
      if (node.param?.type === "Identifier")
        marking.insert(node.body.start + 1, `${marks}.fix(${node.param.name});`);
    }
    if (node.type === "TryStatement" && node.finalizer && token !== null)
      marking.insert(node.finalizer.start + 1, `${marks}.resume(${token});`);
    marking.visitChildren(node);
  };

  function descendIntoProgram(marking: Marking, node: Program) {
    const at = node.body.findLast(isDirective)?.end ?? 0;
    const all = { name: PROGRAM_NAME, file: path, line: 1, firstLine: -1, start: -1, end: Infinity };
    owner = index.addFunction(all);
    const begin = markCode(mark.enter, owner);
    if (isSparse) return markStatements(marking, node, null);
    if (awaits(node)) {
      token = `${marks}_${lineIndex(1)}`;
      insertions.insert(at, `${at === 0 ? "" : "\n"}const ${token}=${marks}.start(${begin});\n`);
    } else insertions.insert(at, `${at === 0 ? "" : "\n"}${marks}(${begin});\n`);
    markStatements(marking, node, null);
    const end = token === null ? `${marks}(${mark.leave})` : `${marks}.stop(${token})`;
    // A block that declares does not change what a script comes to.
    insertions.insert(code.length, `\n{const _=${end};}`);
  }

  function descendIntoFunction(marking: Marking, node: AnyFunction) {
    const { body } = node;
    if (body.type === "BlockStatement" && mustStayOutsideTry(body, node.params))
      return marking.visitChildren(node);
    const outer = token;
    const line = lineOf(node.start);
    const firstLine = body.type === "BlockStatement" ? firstLineOf(body, lineOf) : lineOf(body.start);
    const described = {
      name: names.get(node) ?? "",
      file: path,
      line,
      firstLine: lineIndex(firstLine ?? line),
      start: node.start,
      end: node.end,
    };
    const id = index.addFunction(described);
    const outerOwner = owner;
    owner = id;
    if (isSparse) {
      marking.visitChildren(node);
      owner = outerOwner;
      return;
    }
    const begin = markCode(mark.enter, id);
    token = null;
    for (const parameter of node.params) marking.visit(parameter);
    if (node.async || node.generator) token = `${marks}_t${id}`;
    const opening = `${token === null ? `${marks}(${begin})` : `const ${token}=${marks}.start(${begin})`};try{`;
    const closing = `}finally{${token === null ? `${marks}(${mark.leave})` : `${marks}.stop(${token})`}}`;
    if (body.type === "BlockStatement") {
      insertions.insert(body.body.findLast(isDirective)?.end ?? body.start + 1, opening);
      markStatements(marking, body, firstLine);
      insertions.insert(body.end - 1, closing);
    } else {
      insertions.insert(behindArrow(code, node.params.at(-1)?.end ?? node.start), `{${opening}return(`);
      marking.visit(body);
      insertions.insert(node.end, `)${closing}}`);
    }
    token = outer;
    owner = outerOwner;
  }

  function descendIntoFor(marking: Marking, node: ForOfStatement | ForInStatement) {
    const line = lineOf(node.start);
    const isAwaiting = node.type === "ForOfStatement" && node.await && token !== null;
    if (isAwaiting) marking.wrap(node.right, `${marks}.pause(${token},(`, "))");
    marking.visit(node.left);
    marking.visit(node.right);
    const resume = `${marks}.resume(${token});`;
    const turn = `${isAwaiting ? resume : ""}${marking.lineMark(line)};`;
    const { body } = node;
    if (isAwaiting) insertions.insert(body.start, `{${turn}try`);
    if (body.type === "BlockStatement") {
      if (!isAwaiting) insertions.insert(body.start + 1, turn);
      markStatements(marking, body, line);
    } else {
      insertions.insert(body.start, isAwaiting ? "{" : `{${turn}`);
      markBranch(marking, body, line);
      insertions.insert(body.end, "}");
    }
    if (isAwaiting) insertions.insert(body.end, `finally{${marks}.pause(${token})}}${resume}`);
  }

  const marking = openMarking(
    {
      code,
      marks,
      isSparse,
      lineOf,
      lineIndex,
      lineMark(line) {
        index.owners[lineIndex(line)] = owner;
        if (isSparse) return `${lineVariable(marks)}=${lineIndex(line)}`;
        return `${marks}(${markCode(mark.line, lineIndex(line))})`;
      },
    },
    { insertions, announce, descend },
  );
  marking.visit(program);
  return { ...insertions.apply(), shownParts };
}

const isStack = ({ object, property }: Extract<AnyNode, { type: "MemberExpression" }>) =>
  object.type !== "Super" && property.type === "Identifier" && property.name === "stack";

const UP_TO_ARROW = /(?:\/\*[^]*?\*\/|\/\/[^\n]*|[^=/]|\/|=(?!>))*?=>/y;

/** The place behind the first arrow from a place on. */
function behindArrow(code: string, from: number): number {
  UP_TO_ARROW.lastIndex = from;
  if (!UP_TO_ARROW.test(code)) throw new Error("An arrow function has no arrow.");
  return UP_TO_ARROW.lastIndex;
}
