import type { QuickJSHandle } from "quickjs-emscripten-core";
import marksSource from "../guest/profile-marks.guest.js";
import type { VirtualMachine } from "../virtual-machine";
import { mark, MARK_KINDS } from "./mark";
import { lineVariable, markProgram, type Marks } from "./mark-program";
import { openMarksCell } from "./marks-cell";
import { openOriginalPlaces } from "./original-places";
import { openProgramIndex } from "./program-index";

const MARK_BYTES = 16;
const STATIC = /^static\s+/;

/**
 * Has a fresh machine mark the files that it evaluates from now on, and gives the marks to `take`, whose answer they
 * get. Its programs do not notice: their errors and functions look as if nothing had been rewritten.
 */
export function markMachine(
  machine: VirtualMachine,
  { density, take }: Pick<Marks, "density"> & { take: (code: number) => number },
) {
  const { context } = machine;
  const index = openProgramIndex();
  const places = openOriginalPlaces();
  const marks = newName();
  const originals = new Map<string, string>();
  /** The texts of functions are only looked up by a program that asks for them. */
  const unread: (() => void)[] = [];
  const originalText = (text: string) => {
    for (const read of unread.splice(0)) read();
    return originals.get(text) ?? text;
  };

  const cell = openMarksCell(machine, take);
  using cells = viewOf(machine, cell.buffer);
  using restorePlaces = textFunction(machine, "restorePlaces", places.restore);
  using toOriginal = textFunction(machine, "originalText", originalText);
  using kinds = machine.fromJson({
    PAUSE: mark.pause,
    RESUME: mark.resume,
    LEAVE: mark.leave,
    KINDS: MARK_KINDS,
  });
  const guest = machine.install(marksSource, "profile-marks", cells, kinds, restorePlaces, toOriginal);
  context.setProp(context.global, marks, guest);
  // No property leads to them: only the rewritten text names them.
  const bind = `const ${marks} = globalThis.${marks}; delete globalThis.${marks}; let ${lineVariable(marks)} = -1;`;
  context.unwrapResult(context.evalCode(bind, "marks.guest.js", { type: "global" })).dispose();

  machine.rewriteBy((code, path) => {
    const marked = tryToMark({ code, path }, { index, marks, density });
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

  return { index, places, marks, guest, close: cell.close };
}

/** What is no program runs as it is: the engine says what is wrong with it. */
function tryToMark(file: { code: string; path: string }, given: Marks) {
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
