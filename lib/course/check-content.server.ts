import "server-only";
import { compileLesson } from "./compile-lesson.server";
import type { ContentProblem } from "./content-problem";
import { readExercises } from "./find-exercise.server";
import type { KnownCell } from "./lesson-cell";
import { readCourse } from "./read-course.server";
import { codeHash, readRecorded } from "./recorded-output.server";

/** Every author's mistake in the course, in the order of its files. */
export async function checkContent(): Promise<readonly ContentProblem[]> {
  const { course, problems } = await readCourse();
  const { problems: exerciseProblems } = await readExercises();
  const lessons = course.modules.flatMap((module) => module.lessons);
  const compiled = await Promise.all(lessons.map((lesson) => compileLesson(lesson)));
  const all = [...problems, ...exerciseProblems, ...compiled.flatMap((lesson) => lesson.problems)];
  return all.toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
}

/** Cells whose recorded output is missing or of other code than theirs: `npm run record` mends them. */
export async function checkRecords(): Promise<readonly ContentProblem[]> {
  const { course } = await readCourse();
  const problems: ContentProblem[] = [];
  for (const entry of course.modules.flatMap((module) => module.lessons)) {
    const cells = (await compileLesson(entry)).lesson?.cells ?? new Map<string, KnownCell>();
    for (const { id, sources, line } of cells.values())
      for (const { language } of sources) {
        const recorded = await readRecorded(entry.folder, id, language);
        if (recorded?.codeHash === codeHash(cells, id, language)) continue;
        const state = recorded === null ? "missing" : "of older code";
        problems.push({
          file: entry.file,
          line,
          column: 1,
          problem: `The recorded output of "${id}" in ${language} is ${state}.`,
          remedy: "Make it with npm run record.",
        });
      }
  }
  return problems;
}
