import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { GivenFile, GIVEN_FILES_LIMIT } from "@/lib/run/run-request";
import { folderNames, noneIfMissing, shownPath } from "./content-folders.server";
import type { ContentProblem } from "./content-problem";
import type { FileTrees } from "./file-trees";

/** The files of a folder as a program finds them in its home, in order, and what cannot be given to it. */
export type GivenFiles = {
  readonly files: readonly GivenFile[];
  readonly problems: readonly ContentProblem[];
};

/** Reads everything in a folder as UTF-8 text; nothing where there is no such folder. */
export async function readGivenFiles(folder: string): Promise<GivenFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneIfMissing);
  const absolutes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const files: GivenFile[] = [];
  const problems: ContentProblem[] = [];
  const report = (file: string, problem: string, remedy: string) =>
    problems.push({ file: shownPath(file), line: 1, column: 1, problem, remedy });
  for (const absolute of absolutes.toSorted()) {
    const text = textOf(await readFile(absolute));
    const given = { path: path.relative(folder, absolute).split(path.sep).join("/"), text };
    const parsed = GivenFile.safeParse(given);
    if (text === null)
      report(absolute, "This file is not UTF-8 text.", "Programs are given text only: save it as UTF-8.");
    else if (!parsed.success)
      report(
        absolute,
        "This file is too long, or its name is not one that a program can be given.",
        "Shorten it.",
      );
    else files.push(parsed.data);
  }
  if (files.length > GIVEN_FILES_LIMIT)
    report(folder, `There are ${files.length} files here.`, `Leave ${GIVEN_FILES_LIMIT} at most.`);
  return { files, problems };
}

/** The folders in a lesson's `files/`, and all that cannot be given from them. */
export async function readFileTrees(
  folder: string,
): Promise<{ trees: FileTrees; problems: readonly ContentProblem[] }> {
  const trees = new Map<string, readonly GivenFile[]>();
  const problems: ContentProblem[] = [];
  for (const name of await folderNames(folder)) {
    const given = await readGivenFiles(path.join(folder, name));
    trees.set(name, given.files);
    problems.push(...given.problems);
  }
  return { trees, problems };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
