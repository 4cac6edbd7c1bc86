import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { cache } from "react";

import { folderNames, shownPath } from "./content-folders.server";
import type { ContentProblem } from "./content-problem";
import type { LessonEntry } from "./course";
import { readExercises } from "./find-exercise.server";
import { readTerminalFiles, type TerminalGivenFile } from "./terminal-files.server";
import { parseYaml } from "./parse-yaml";
import { readCourse } from "./read-course.server";
import { TerminalFile } from "./terminal";

/** A terminal with the files that its machine starts with. */
export type FoundTerminal = {
  readonly id: string;
  /** As authors know it, from the project's root. */
  readonly file: string;
  readonly terminal: TerminalFile;
  readonly files: readonly TerminalGivenFile[];
};

/** All terminals of the course by id, with every mistake in their files. */
export const readTerminals = cache(async () => {
  const { course } = await readCourse();
  const { exercises } = await readExercises();
  const problems: ContentProblem[] = [];
  const terminals = new Map<string, FoundTerminal>();
  for (const lesson of course.modules.flatMap((module) => module.lessons)) {
    const folder = path.join(lesson.folder, "terminals");
    for (const id of await folderNames(folder)) {
      const found = await readTerminal(path.join(folder, id), id, problems);
      const other = terminals.get(id) ?? exercises.get(id);
      if (other !== undefined)
        problems.push({
          file: shownPath(path.join(folder, id)),
          line: 1,
          column: 1,
          problem: `Two terminals or exercises have the id "${id}": ${other.file} is the other.`,
          remedy: "Rename one folder.",
        });
      else if (found !== null) terminals.set(id, found);
    }
  }
  return { terminals, problems };
});

let kept: ReturnType<typeof readTerminals> | undefined;

/** A terminal by its id; null where there is none. Ids are looked up, never made into a path. */
export async function findTerminal(id: string): Promise<FoundTerminal | null> {
  // Route handlers have no render to cache for; a production server's files do not change under it.
  const read = process.env.NODE_ENV === "production" ? (kept ??= readTerminals()) : readTerminals();
  return (await read).terminals.get(id) ?? null;
}

/** The terminals that lie beside a lesson. */
export async function lessonTerminals({ file }: LessonEntry): Promise<readonly FoundTerminal[]> {
  const { terminals } = await readTerminals();
  const beside = `${path.dirname(file)}/terminals/`;
  return [...terminals.values()].filter((terminal) => terminal.file.startsWith(beside));
}

async function readTerminal(
  folder: string,
  id: string,
  problems: ContentProblem[],
): Promise<FoundTerminal | null> {
  const absolute = path.join(folder, "terminal.yaml");
  const file = shownPath(absolute);
  if (!(await readdir(folder)).includes("terminal.yaml")) {
    problems.push({
      file,
      line: 1,
      column: 1,
      problem: "This file is missing.",
      remedy: "Create it, or remove its folder.",
    });
    return null;
  }
  const parsed = parseYaml({ source: await readFile(absolute, "utf8"), file, schema: TerminalFile });
  const given = await readTerminalFiles(path.join(folder, "files"));
  problems.push(...parsed.problems, ...given.problems);
  return parsed.value === null ? null : { id, file, terminal: parsed.value, files: given.files };
}
