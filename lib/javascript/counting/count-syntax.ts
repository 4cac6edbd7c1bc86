import type { AnyNode } from "acorn";
import { showsItsSource } from "../shows-its-source";
import { countAssignment, countObject, countOperator } from "./count-expressions";
import {
  countBranch,
  countCatch,
  countFunction,
  countLoop,
  countStatements,
  isFunction,
  isLoop,
  isStatements,
} from "./count-statements";
import { rewriteParts, type Rewriting } from "./rewriting";
import { parseProgram, type SyntaxTree } from "./syntax-tree";

/** A program rewritten so that it counts its own steps. */
export type CountedProgram = {
  /** Line for line the learner's file, with what counts between. */
  readonly code: string;
  /** What a function looked like, by its new text: a program may ask for its own source. */
  readonly originals: ReadonlyMap<string, string>;
};

/**
 * Rewrites a file so that every statement, every turn of a loop and every call of its functions adds to a meter, and
 * concatenations, spreads and rests are charged by the length they copy. `meter` is a name inside the machine that no
 * program can guess; with `byLine` it hears from time to time on which lines the steps are. Throws a SyntaxError where the text is no program, or one that cannot be counted; its `loc` says where.
 */
export function countSyntax(
  code: string,
  { meter, byLine }: { meter: string; byLine: boolean },
): CountedProgram {
  const tree = parseProgram(code);
  const originals = new Map<string, string>();
  const rewriting: Rewriting = {
    tree,
    meter,
    byLine,
    rewrite(node) {
      const text = counted(rewriting, node);
      if (showsItsSource(node)) {
        const original = code.slice(node.start, node.end);
        originals.set(text, original);
        // `static` is the class's word, not the method's.
        originals.set(text.replace(STATIC, ""), original.replace(STATIC, ""));
      }
      return text;
    },
  };
  return { code: rewriting.rewrite(tree.program), originals };
}

/** What the engine runs and the counter cannot follow. */
class Uncountable extends SyntaxError {
  readonly loc: { readonly line: number; readonly column: number };

  constructor({ code }: SyntaxTree, { start }: AnyNode) {
    super("A `with` statement cannot be counted. Name the object where you use it.");
    const before = code.slice(0, start).split("\n");
    this.loc = { line: before.length, column: before.at(-1)?.length ?? 0 };
  }
}

const STATIC = /^static\s+/;

function counted(rewriting: Rewriting, node: AnyNode): string {
  if (node.type === "WithStatement") throw new Uncountable(rewriting.tree, node);
  if (isStatements(node)) return countStatements(rewriting, node);
  if (isLoop(node)) return countLoop(rewriting, node);
  if (isFunction(node)) return countFunction(rewriting, node);
  if (node.type === "IfStatement")
    return rewriteParts(rewriting, node, (part) =>
      part === node.test ? rewriting.rewrite(part) : countBranch(rewriting, part),
    );
  if (node.type === "CatchClause") return countCatch(rewriting, node);
  if (node.type === "BinaryExpression") return countOperator(rewriting, node);
  if (node.type === "AssignmentExpression") return countAssignment(rewriting, node);
  if (node.type === "ObjectExpression") return countObject(rewriting, node);
  return rewriteParts(rewriting, node);
}
