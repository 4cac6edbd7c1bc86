import type { ProfiledFunction } from "@/lib/run/profile";

/** A function of the learner's, and the line that it begins on, as an index. */
type IndexedFunction = ProfiledFunction & { readonly firstLine: number };

/** The functions, built-ins and lines of all files of a program, numbered as its marks name them. */
export type ProgramIndex = ReturnType<typeof openProgramIndex>;

export function openProgramIndex() {
  const functions: IndexedFunction[] = [];
  const builtIns: string[] = [];
  const builtInIndexes = new Map<string, number>();
  const lines: { readonly file: string; readonly line: number }[] = [];

  return {
    functions,
    builtIns,
    lines,
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
