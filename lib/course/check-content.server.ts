import "server-only";
import { checkQuizzes } from "@/lib/quiz/read-quiz.server";
import { compileLesson, type CompiledLesson } from "./compile-lesson.server";
import type { ContentProblem } from "./content-problem";
import type { LessonEntry } from "./course";
import { readExercises } from "./find-exercise.server";
import { lessonTerminals, readTerminals } from "./find-terminal.server";
import type { KnownCell } from "./lesson-cell";
import { quizLinkProblems } from "./quiz-links.server";
import { readCourse } from "./read-course.server";
import { codeHash, readRecorded } from "./recorded-output.server";

/** Every author's mistake in course and quizzes, in the order of the files. */
export async function checkContent(): Promise<readonly ContentProblem[]> {
  const { course } = await readCourse();
  const lessons = await Promise.all(
    course.modules.flatMap((module) =>
      module.lessons.map(async (entry) => ({
        entry,
        address: `${module.slug}/${entry.slug}`,
        ...(await compileLesson(entry)),
      })),
    ),
  );
  const compiled = new Map(lessons.map(({ address, lesson }) => [address, lesson]));
  return inOrder([
    ...(await checkFiles()),
    ...lessons.flatMap(({ problems }) => problems),
    ...(await quizLinkProblems(compiled)),
    ...(await Promise.all(lessons.map(unseenTerminals))).flat(),
  ]);
}

/** What an author at work should see on a page: mistakes in any file but other lessons' texts. */
export async function checkPage(lesson: LessonEntry | null): Promise<readonly ContentProblem[]> {
  return inOrder([...(await checkFiles()), ...(lesson === null ? [] : await textProblems(lesson))]);
}

async function checkFiles() {
  const { problems } = await readCourse();
  const { problems: exerciseProblems } = await readExercises();
  const { problems: terminalProblems } = await readTerminals();
  return [...problems, ...exerciseProblems, ...terminalProblems, ...(await checkQuizzes())];
}

/** Terminals beside a lesson that it does not show. Of a lesson with mistakes of its own nothing is known. */
async function unseenTerminals({
  entry,
  lesson,
}: {
  readonly entry: LessonEntry;
  readonly lesson: CompiledLesson | null;
}): Promise<readonly ContentProblem[]> {
  if (lesson === null) return [];
  return (await lessonTerminals(entry))
    .filter(({ id }) => !lesson.terminals.has(id))
    .map(({ id, file }) => ({
      file,
      line: 1,
      column: 1,
      problem: `The lesson beside it does not show the terminal "${id}".`,
      remedy: `Write <Terminal id="${id}" /> where it belongs, or remove its folder.`,
    }));
}

const textProblems = async (lesson: LessonEntry) => (await compileLesson(lesson)).problems;

const inOrder = (problems: readonly ContentProblem[]) =>
  problems.toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line);

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
