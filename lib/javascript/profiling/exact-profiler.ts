import type { Profile } from "@/lib/run/profile";
import { openCallTree } from "./call-tree";
import { mark, MARK_KINDS } from "./mark";
import { openProfiledFunctions } from "./profiled-functions";
import type { ProgramIndex } from "./program-index";
import { openSpentTimes } from "./spent-times";

const LINES_LIMIT = 50_000;
/** Nothing runs that the profile knows. */
const NOTHING = -1;

/** Where a program is. */
type Frame = { readonly node: number; line: number; readonly isBuiltIn: boolean };
const OUTSIDE: Frame = { node: NOTHING, line: NOTHING, isBuiltIn: false };

/** Keeps what a rewritten program's marks tell, and the time between them. `nowMs` is the finest clock there is. */
export function openExactProfiler(index: ProgramIndex, nowMs: () => number) {
  let tree = openCallTree();
  let hits: number[] = [];
  let lineTimes = openSpentTimes();
  let top = OUTSIDE;
  let beneath: Frame[] = [];
  /** The built-in that is about to be called, unless it is the learner's own function of that name. */
  let called = NOTHING;
  let startedAtMs = nowMs();
  let lastMs = startedAtMs;

  const push = (node: number, line: number, isBuiltIn: boolean) => {
    beneath.push(top);
    top = { node, line, isBuiltIn };
  };
  const pop = () => void (top = beneath.pop() ?? OUTSIDE);
  /** Built-ins that threw have not told that they returned. */
  const leaveBuiltIns = () => {
    while (top.isBuiltIn) pop();
  };
  const call = (subject: number) => {
    const node = tree.child(top.node, subject);
    // Where the tree is full, it is the caller that stands for what it calls.
    if (node !== top.node) tree.addCall(node);
    return node;
  };
  const beginLine = (line: number) => {
    top.line = line;
    if (line !== NOTHING) hits[line] = (hits[line] ?? 0) + 1;
  };
  /** What has happened since a call was announced says what was called. */
  const settleCall = (kind: number, subject: number) => {
    if (called === NOTHING) return;
    const name = index.builtIns[called] ?? "";
    const isOwn = kind === mark.enter && isNamed(index.functions[subject]?.name ?? "", name);
    if (!isOwn) push(call(builtInSubject(called)), top.line, true);
    called = NOTHING;
  };
  const charge = () => {
    const atMs = nowMs();
    const ms = atMs - lastMs;
    lastMs = atMs;
    if (top.node !== NOTHING) tree.addMs(top.node, ms);
    if (top.line !== NOTHING) lineTimes.add(top.line, ms);
  };
  const reset = () => {
    tree = openCallTree();
    lineTimes = openSpentTimes();
    [hits, top, beneath, called] = [[], OUTSIDE, [], NOTHING];
    startedAtMs = nowMs();
    lastMs = startedAtMs;
  };

  return {
    /** Takes a mark; gives the node in which the program is then. */
    take(code: number): number {
      const kind = code % MARK_KINDS;
      const subject = (code - kind) / MARK_KINDS;
      settleCall(kind, subject);
      charge();
      switch (kind) {
        case mark.line:
          leaveBuiltIns();
          beginLine(subject);
          break;
        case mark.enter:
          push(call(subject), NOTHING, false);
          beginLine(index.functions[subject]?.firstLine ?? NOTHING);
          break;
        case mark.leave:
        case mark.pause:
          leaveBuiltIns();
          pop();
          break;
        case mark.resume:
          push(subject, NOTHING, false);
          break;
        case mark.call:
          called = subject;
          break;
        case mark.returned:
          if (top.isBuiltIn) pop();
          break;
        default:
          throw new Error(`There is no mark of kind ${kind}: mark.ts has them all.`);
      }
      return top.node;
    },
    /** Milliseconds that a mark takes, from so many that stand for nothing else; what was told so far is forgotten. */
    markMs(takeMarks: () => number): number {
      reset();
      push(NOTHING, 0, false);
      return lineTimes.ownMs(0, 0) / takeMarks();
    },
    /** What was told so far is not of the profile: it begins here. */
    begin: reset,
    /** What there is so far, without what a mark takes. */
    profile(markMs: number): Profile {
      charge();
      const { functions, indexOf } = openProfiledFunctions();
      const nodes = tree.nodes((subject) => {
        const own = index.functions[subject];
        const name = index.builtIns[builtInSubject(subject)] ?? "";
        return indexOf(own ?? { name, file: null, line: null });
      }, markMs);
      const lines = index.lines.flatMap(({ file, line }, at) =>
        hits[at] === undefined ? [] : [{ file, line, hits: hits[at], ownMs: lineTimes.ownMs(at, markMs) }],
      );
      return {
        mode: "deterministic",
        wallMs: lastMs - startedAtMs,
        samples: 0,
        functions,
        nodes,
        lines: lines.slice(0, LINES_LIMIT),
        isCut: tree.isCut() || lines.length > LINES_LIMIT,
      };
    },
  };
}

/** A built-in's number in the tree from its index, and back: the learner's functions have the others. */
const builtInSubject = (at: number) => -2 - at;

/** Whether a function is what a call by that name would call: `List.push` by `push`, `Map.constructor` by `new Map`. */
function isNamed(name: string, called: string): boolean {
  const own = name.endsWith(".constructor") ? `new ${name.slice(0, -".constructor".length)}` : name;
  return own === called || lastPart(own) === lastPart(called);
}
const lastPart = (name: string) => name.slice(name.lastIndexOf(".") + 1);
