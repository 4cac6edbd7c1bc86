import "server-only";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { noneIfMissing, shownPath } from "./content-folders.server";
import type { ContentProblem } from "./content-problem";

/** A file that a terminal's machine finds: `path` is where on it. */
export type TerminalGivenFile = {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isExecutable: boolean;
};

/** They come with the page. */
const LIMIT_BYTES = 100_000;
const OWNER_MAY_EXECUTE = 0o100;

/** Reads everything in a folder for the root of a machine; nothing where there is no such folder. */
export async function readTerminalFiles(
  folder: string,
): Promise<{ files: readonly TerminalGivenFile[]; problems: readonly ContentProblem[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneIfMissing);
  const absolutes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const files = await Promise.all(
    absolutes.toSorted().map(async (absolute) => ({
      path: `/${path.relative(folder, absolute).split(path.sep).join("/")}`,
      bytes: new Uint8Array(await readFile(absolute)),
      isExecutable: ((await stat(absolute)).mode & OWNER_MAY_EXECUTE) !== 0,
    })),
  );
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const tooMuch = {
    file: shownPath(folder),
    line: 1,
    column: 1,
    problem: `The files here have ${total.toLocaleString("en")} bytes, and every reader of the lesson fetches them.`,
    remedy: `Leave ${LIMIT_BYTES.toLocaleString("en")} at most: what is longer is made by setup.`,
  };
  return { files, problems: total > LIMIT_BYTES ? [tooMuch] : [] };
}
