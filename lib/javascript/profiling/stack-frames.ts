/** One of the calls that a program is in. */
export type StackFrame = { readonly name: string; readonly place: Place | null };
/** A place in a file, line and column counted from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

const FRAME = /^\s*at (?:(.+?) \()?([^\s()]+?)(?::(\d+):(\d+))?\)?$/;
const OURS = /\.guest\.js$/;
/** The marks, and what looks at the stack. */
const WATCHING = /^(?:profile-marks|look)\.guest\.js$/;

/**
 * The calls that an error's stack tells of, innermost first. What is not the learner's has no place; where ours calls
 * ours, only the outermost is told.
 */
export function stackFrames(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split("\n")) {
    const [, name = "", file = "", line, column] = FRAME.exec(text) ?? [];
    if (file === "") continue;
    if (WATCHING.test(file)) {
      // What was called from there is the watch's own.
      frames.length = 0;
      continue;
    }
    const isPlaced = line !== undefined && column !== undefined && !OURS.test(file);
    const place = isPlaced ? { file, line: Number(line), column: Number(column) } : null;
    const inner = frames.at(-1);
    if (place === null && inner?.place === null) frames.pop();
    frames.push({ name, place });
  }
  return frames;
}
