import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { ExerciseFile } from "@/lib/course/exercise";
import { foldersIn, lessonsOf } from "./lesson-folders";

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

/** All exercises of a course. */
export function exercisesOf(content: string): ExerciseFolder[] {
  const found: ExerciseFolder[] = [];
  for (const { folder: lesson, address } of lessonsOf(content))
    for (const id of foldersIn(path.join(lesson, "exercises"))) {
      const folder = path.join(lesson, "exercises", id);
      const file = ExerciseFile.parse(parse(readFileSync(path.join(folder, "exercise.yaml"), "utf8")));
      found.push({
        id,
        folder,
        page: address,
        title: file.title,
        timeoutMs: file.limits.timeoutMs,
        checkNames: new Map(file.checks.map((check) => [check.id, check.name])),
        starterFails: file.starterFails ?? null,
      });
    }
  return found;
}
