import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { ExerciseFile } from "@/lib/course/exercise";

/** An exercise as its author wrote it, and where a learner finds it. */
export type ExerciseFolder = {
  readonly id: string;
  readonly folder: string;
  /** The address of its lesson. */
  readonly page: string;
  readonly title: string;
  readonly timeoutMs: number;
  readonly checkNames: ReadonlyMap<string, string>;
  readonly starterFails: { readonly check: string; readonly message: string } | null;
};

const slug = (folder: string) => folder.replace(/^\d+-/, "");
const foldersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];

/** All exercises of a course. */
export function exercisesOf(content: string): ExerciseFolder[] {
  const found: ExerciseFolder[] = [];
  for (const module of foldersIn(content))
    for (const lesson of foldersIn(path.join(content, module))) {
      const exercises = path.join(content, module, lesson, "exercises");
      for (const id of foldersIn(exercises)) {
        const folder = path.join(exercises, id);
        const file = ExerciseFile.parse(parse(readFileSync(path.join(folder, "exercise.yaml"), "utf8")));
        found.push({
          id,
          folder,
          page: `/lessons/${slug(module)}/${slug(lesson)}`,
          title: file.title,
          timeoutMs: file.limits.timeoutMs,
          checkNames: new Map(file.checks.map((check) => [check.id, check.name])),
          starterFails: file.starterFails ?? null,
        });
      }
    }
  return found;
}
