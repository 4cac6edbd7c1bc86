import type { RunRequest } from "@/lib/run/run-request";
import { HOME_FOLDER, putFiles } from "./file-tree";
import type { SharedFiles } from "./shared-files";

type Files = Pick<RunRequest, "program" | "before" | "files">;

/** Puts what was given into a program's home, and the program with the files before it, which other processes read. */
export function placeProgram(files: SharedFiles, { program, before, files: given }: Files) {
  putFiles(files, given, HOME_FOLDER);
  const own = [...before, program].map(({ path, code }) => ({ path, text: code }));
  putFiles(files, own, HOME_FOLDER);
}

/** What of a program's home is the program itself. */
export const ownPaths = ({ program, before }: Files) => [...before, program].map(({ path }) => path);
