import "server-only";
import path from "node:path";
import type { LessonEntry } from "./course";
import { type FoundExercise, readExercises } from "./find-exercise.server";

/** The exercises that lie beside a lesson. */
export async function lessonExercises({ file }: LessonEntry): Promise<readonly FoundExercise[]> {
  const { exercises } = await readExercises();
  const beside = `${path.dirname(file)}/exercises/`;
  return [...exercises.values()].filter((exercise) => exercise.file.startsWith(beside));
}
