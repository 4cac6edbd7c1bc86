import type { ProfiledFunction } from "@/lib/run/profile";

/** A function of the learner's, the index of the line that it begins on, and the part of its file that it is. */
type IndexedFunction = ProfiledFunction & {
  readonly firstLine: number;
  readonly start: number;
  readonly end: number;
};

/** The functions, built-ins and lines of all files of a program, numbered as its marks name them. */
export type ProgramIndex = ReturnType<typeof openProgramIndex>;

export function openProgramIndex() {
  const functions: IndexedFunction[] = [];
  const builtIns: string[] = [];
  const builtInIndexes = new Map<string, number>();
  /** The function that a line's marks stand in, by the line's index. */
  const owners: number[] = [];
  const lines: { readonly file: string; readonly line: number }[] = [];

  return {
    functions,
    builtIns,
    lines,
    owners,
    /** The innermost function around a place in a file; -1 where there is none. */
    functionAt(file: string, offset: number) {
      // Those inside come after those around them. What is put before a function has the place of its start.
      return functions.findLastIndex(
        (known) => known.file === file && known.start < offset && offset < known.end,
      );
    },
    addFunction: (entry: IndexedFunction) => functions.push(entry) - 1,
    builtIn(name: string) {
      const index = builtInIndexes.get(name) ?? builtIns.push(name) - 1;
      builtInIndexes.set(name, index);
      return index;
    },
    /** Numbers the lines of a file: gives the index of the line before its first. */
    addLines(file: string, count: number) {
      const before = lines.length - 1;
      for (let line = 1; line <= count; line += 1) lines.push({ file, line });
      return before;
    },
  };
}
