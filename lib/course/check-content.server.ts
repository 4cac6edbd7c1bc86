import "server-only";
import { compileLesson } from "./compile-lesson.server";
import type { ContentProblem } from "./content-problem";
import { readExercises } from "./find-exercise.server";
import { readCourse } from "./read-course.server";

/** Every author's mistake in the course, in the order of its files. */
export async function checkContent(): Promise<readonly ContentProblem[]> {
  const { course, problems } = await readCourse();
  const { problems: exerciseProblems } = await readExercises();
  const lessons = course.modules.flatMap((module) => module.lessons);
  const compiled = await Promise.all(lessons.map((lesson) => compileLesson(lesson)));
  const all = [...problems, ...exerciseProblems, ...compiled.flatMap((lesson) => lesson.problems)];
  return all.toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
}
