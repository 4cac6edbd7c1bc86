import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { Profile } from "@/lib/run/profile";
import marksSource from "../guest/profile-marks.guest.js";
import takeMarksSource from "../guest/take-marks.guest.js";
import type { VirtualMachine } from "../virtual-machine";
import { openExactProfiler } from "./exact-profiler";
import { mark, MARK_KINDS, markCode } from "./mark";
import { markProgram } from "./mark-program";
import { openMarksCell } from "./marks-cell";
import { openOriginalPlaces } from "./original-places";
import { openProgramIndex } from "./program-index";

const MARK_BYTES = 16;
/** The engine's host has to see the same code a while before it runs at its full speed. */
const WARM_UP_ROUNDS = 10;
const TRIAL_ROUNDS = 100;
const MARKS_A_ROUND = 10;

/** A profile in the making. */
export type Watch = {
  /** The profile begins here. */
  readonly begin: () => void;
  /** What there is so far. */
  readonly profile: () => Profile;
  readonly close: () => void;
};

/**
 * Has a fresh machine tell of every call and line of the files that it evaluates from now on. What is measured is
 * without what a mark costs, as far as that can be known; the run itself takes several times as long.
 */
export function watchExactly(machine: VirtualMachine): Watch {
  const { context } = machine;
  const index = openProgramIndex();
  const profiler = openExactProfiler(index, () => performance.now());
  const places = openOriginalPlaces();
  const marks = newName();
  const originals = new Map<string, string>();
  /** The texts of functions are only looked up by a program that asks for them. */
  const unread: (() => void)[] = [];
  const originalText = (text: string) => {
    for (const read of unread.splice(0)) read();
    return originals.get(text) ?? text;
  };

  const cell = openMarksCell(machine, profiler.take);
  using cells = viewOf(machine, cell.buffer);
  using restorePlaces = textFunction(machine, "restorePlaces", places.restore);
  using toOriginal = textFunction(machine, "originalText", originalText);
  using kinds = machine.fromJson({
    PAUSE: mark.pause,
    RESUME: mark.resume,
    LEAVE: mark.leave,
    RETURNED: mark.returned,
    KINDS: MARK_KINDS,
  });
  const guest = machine.install(marksSource, "profile-marks", cells, kinds, restorePlaces, toOriginal);
  /** What a mark takes when nothing stands in its way. */
  const leastMarkMs = () => {
    const trials = Array.from({ length: WARM_UP_ROUNDS }, () =>
      profiler.markMs(() => {
        using code = context.newNumber(markCode(mark.line));
        using rounds = context.newNumber(TRIAL_ROUNDS);
        machine.install(takeMarksSource, "take-marks", guest, code, rounds);
        return TRIAL_ROUNDS * MARKS_A_ROUND;
      }),
    );
    return Math.min(...trials);
  };
  const markMs = leastMarkMs();
  context.setProp(context.global, marks, guest);
  // No property leads to them: only the rewritten text names them.
  const bind = `const ${marks} = globalThis.${marks}; delete globalThis.${marks};`;
  context.unwrapResult(context.evalCode(bind, "marks.guest.js", { type: "global" })).dispose();

  machine.rewriteBy((code, path) => {
    const marked = tryToMark({ code, path }, { index, marks });
    if (marked === null) return { code };
    unread.push(() => {
      for (const part of marked.shownParts) {
        const [text, original] = [marked.newPart(part), code.slice(part.start, part.end)];
        originals.set(text, original);
        // `static` is the class's word, not the method's.
        originals.set(text.replace(STATIC, ""), original.replace(STATIC, ""));
      }
    });
    return { code: places.add(path, { original: code, inserted: marked }) };
  }, places.restore);

  return { begin: profiler.begin, profile: () => profiler.profile(markMs), close: cell.close };
}

const STATIC = /^static\s+/;

/** What is no program runs as it is: the engine says what is wrong with it. */
function tryToMark(file: { code: string; path: string }, given: Parameters<typeof markProgram>[1]) {
  try {
    return file.code.startsWith("#!") ? null : markProgram(file, given);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function viewOf({ context }: VirtualMachine, buffer: QuickJSHandle) {
  using make = context.unwrapResult(context.evalCode("(buffer) => new Int32Array(buffer)", "marks.guest.js"));
  return context.unwrapResult(context.callFunction(make, context.undefined, buffer));
}

const textFunction = ({ context }: VirtualMachine, name: string, give: (text: string) => string) =>
  context.newFunction(name, (handle) => context.newString(give(context.getString(handle))));

function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(MARK_BYTES));
  return `$${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
