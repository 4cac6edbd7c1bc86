import { parse, type AnyNode, type Options, type Token } from "acorn";

/** A program's syntax tree, with what the tree leaves out: where its operators stand. */
export type SyntaxTree = {
  readonly code: string;
  readonly program: AnyNode;
  /** The place of the operator between two operands. */
  readonly operatorBetween: (left: AnyNode, right: AnyNode) => number;
  /** The line of a position, counted from 1. */
  readonly lineAt: (position: number) => number;
};

/** A script, one that awaits, a module: what the engine tries, in its order. */
const KINDS = [
  { sourceType: "script" },
  { sourceType: "script", allowAwaitOutsideFunction: true },
  { sourceType: "module" },
] as const satisfies Partial<Options>[];

/** Parses a file as what it is; throws the SyntaxError of the script where it is nothing. */
export function parseProgram(code: string): SyntaxTree {
  const { program, tokens } = parseAsAnyOf(code, KINDS);
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    code,
    program,
    lineAt: (position) => lineStarts.findLastIndex((start) => start <= position) + 1,
    operatorBetween(left, right) {
      let index = firstFrom(tokens, left.end);
      // Between two operands stand brackets and one operator.
      for (;;) {
        const token = tokens[index];
        if (token === undefined || token.start >= right.start) return left.end;
        if (token.end - token.start > 1 || !BRACKETS.has(code.charAt(token.start))) return token.start;
        index += 1;
      }
    },
  };
}

function parseAsAnyOf(code: string, [kind, ...others]: readonly Partial<Options>[]) {
  const tokens: Token[] = [];
  try {
    return { program: parse(code, { ecmaVersion: "latest", ...kind, onToken: tokens }), tokens };
  } catch (error) {
    if (others.length === 0 || !(error instanceof SyntaxError)) throw error;
    try {
      return parseAsAnyOf(code, others);
    } catch {
      throw error;
    }
  }
}

const BRACKETS = new Set(["(", ")"]);

/** The index of the first token that starts at `position` or later. */
function firstFrom(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((tokens[middle]?.start ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return ownParts(node)
    .filter(isNode)
    .toSorted((one, other) => one.start - other.start);
}

/** `{ a }` is one piece of text that stands for two parts: a key and a value, or a name on either side of a module. */
function ownParts(node: AnyNode): unknown[] {
  if (node.type === "Property" && node.shorthand) return [node.value];
  if (node.type === "ImportSpecifier" || node.type === "ExportSpecifier") return [node.local];
  return Object.values(node).flat();
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    "start" in value
  );
}
