import type { Language } from "@/lib/run/language";
import type { ProgramFile } from "@/lib/run/run-request";

/** A cell on this page as others may come after it: its file as the learner has it now. */
type PageCell = {
  readonly after: string | null;
  readonly fileIn: (language: Language) => ProgramFile | null;
};

const cells = new Map<string, PageCell>();

/** Makes a cell known to those that come after it, until the given function is called. */
export function registerCell(id: string, cell: PageCell) {
  cells.set(id, cell);
  return () => {
    if (cells.get(id) === cell) cells.delete(id);
  };
}

/** The files to replay before a cell, first one first. */
export function filesBefore(after: string | null, language: Language): ProgramFile[] {
  const cell = after === null ? undefined : cells.get(after);
  if (cell === undefined) return [];
  const file = cell.fileIn(language);
  return [...filesBefore(cell.after, language), ...(file === null ? [] : [file])];
}
