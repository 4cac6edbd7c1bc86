import type { AnyNode } from "acorn";
import { childrenOf } from "../counting/syntax-tree";
import type { openInsertions } from "./insertions";

/** What is put around a node. */
type Wrap = { readonly before: string; readonly behind: string };

/** A file on its way to telling the profiler what it does. */
export type Marking = {
  readonly code: string;
  /** The name of the marks inside the machine. */
  readonly marks: string;
  readonly insert: (at: number, text: string) => void;
  /** Puts texts around a node that is yet to be visited; those that come first stand outside. */
  readonly wrap: (node: AnyNode, before: string, behind: string) => void;
  /** The line of a place, counted from 1. */
  readonly lineOf: (offset: number) => number;
  /** The index of a line of this file. */
  readonly lineIndex: (line: number) => number;
  /** The mark that begins a line. */
  readonly lineMark: (line: number) => string;
  /** Whether only the lines of loops are marked. */
  readonly isSparse: boolean;
  readonly visit: (node: AnyNode) => void;
  readonly visitChildren: (node: AnyNode) => void;
};

/** Walks a tree: `announce` wraps the node or its parts, before `descend` looks at the parts. */
export function openMarking(
  given: Pick<Marking, "code" | "marks" | "isSparse" | "lineMark" | "lineOf" | "lineIndex">,
  {
    insertions,
    announce,
    descend,
  }: {
    insertions: ReturnType<typeof openInsertions>;
    announce: (marking: Marking, node: AnyNode) => void;
    descend: (marking: Marking, node: AnyNode) => void;
  },
): Marking {
  const wraps = new Map<AnyNode, Wrap[]>();
  const marking: Marking = {
    ...given,
    insert: insertions.insert,
    wrap: (node, before, behind) => void wraps.set(node, [...(wraps.get(node) ?? []), { before, behind }]),
    visit(node) {
      announce(marking, node);
      const around = wraps.get(node) ?? [];
      for (const { before } of around) insertions.insert(node.start, before);
      descend(marking, node);
      for (const { behind } of around.toReversed()) insertions.insert(node.end, behind);
    },
    visitChildren(node) {
      for (const child of childrenOf(node)) marking.visit(child);
    },
  };
  return marking;
}
