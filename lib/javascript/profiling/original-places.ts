import type { InsertedText } from "./insertions";
import type { Place } from "./stack-frames";

/** A rewritten file's lines are counted from behind this one, so that its places are told from those of the learner's file. */
const LINES_BEFORE = 200_000;
const PLACE = /([^\s(]+\.(?:js|ts)):(\d+):(\d+)/g;

/** The rewritten files of a program. */
export function openOriginalPlaces() {
  const files = new Map<string, { readonly original: string; readonly inserted: InsertedText }>();

  /** A place in a learner's file, from the one in its rewritten file; null for any other. */
  const locate = (place: Place) => {
    const file = files.get(place.file);
    const line = place.line - LINES_BEFORE;
    if (file === undefined || line < 1) return null;
    const offset = file.inserted.originalOffset(offsetOf(file.inserted.text, line, place.column));
    return { offset, ...placeAt(file.original, offset) };
  };

  return {
    /** Gives the text that the engine is to run. */
    add(path: string, file: { readonly original: string; readonly inserted: InsertedText }) {
      files.set(path, file);
      return "\n".repeat(LINES_BEFORE) + file.inserted.text;
    },
    locate,
    /** A stack with the places of the learner's files in place of those of the rewritten ones. */
    restore: (stack: string) =>
      stack.replaceAll(PLACE, (text, file: string, line: string, column: string) => {
        const original = locate({ file, line: Number(line), column: Number(column) });
        return original === null ? text : `${file}:${original.line}:${original.column}`;
      }),
  };
}

/** The place of a line and column; the engine counts characters, not their halves. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf("\n", start) + 1;
  const before = Array.from(text.slice(start, start + 2 * column))
    .slice(0, column - 1)
    .join("");
  return start + before.length;
}

function placeAt(text: string, offset: number) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(0, start).split("\n").length;
  return { line, column: Array.from(text.slice(start, offset)).length + 1 };
}
