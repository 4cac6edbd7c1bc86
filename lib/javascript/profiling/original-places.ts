import type { InsertedText } from "./insertions";

/** A rewritten file's lines are counted from behind this one, so that its places are told from those of the learner's file. */
export const LINES_BEFORE = 200_000;
const PLACE = /([^\s(]+\.(?:js|ts)):(\d+):(\d+)/g;

/** The rewritten files of a program. */
export function openOriginalPlaces() {
  const files = new Map<string, { readonly original: string; readonly inserted: InsertedText }>();

  return {
    /** Gives the text that the engine is to run. */
    add(path: string, file: { readonly original: string; readonly inserted: InsertedText }) {
      files.set(path, file);
      return "\n".repeat(LINES_BEFORE) + file.inserted.text;
    },
    /** A stack with the places of the learner's files in place of those of the rewritten ones. */
    restore: (stack: string) =>
      stack.replaceAll(PLACE, (place, path: string, lineText: string, columnText: string) => {
        const file = files.get(path);
        const line = Number(lineText) - LINES_BEFORE;
        if (file === undefined || line < 1) return place;
        const offset = offsetOf(file.inserted.text, line, Number(columnText));
        const original = placeAt(file.original, file.inserted.originalOffset(offset));
        return `${path}:${original.line}:${original.column}`;
      }),
  };
}

/** The place of a line and column; the engine counts characters outside the basic plane as one. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf("\n", start) + 1;
  const before = [...text.slice(start, start + 2 * column)].slice(0, column - 1).join("");
  return start + before.length;
}

function placeAt(text: string, offset: number) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(0, start).split("\n").length;
  return { line, column: [...text.slice(start, offset)].length + 1 };
}
