import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { cache } from "react";
import { Language } from "@/lib/run/language";
import { languages } from "@/lib/run/language-names";
import type { GivenFile } from "@/lib/run/run-request";
import { checkScriptProblems, checkScripts } from "./check-script";
import { folderNames, noneIfMissing, shownPath } from "./content-folders.server";
import type { ContentProblem } from "./content-problem";
import { canFail, ExerciseFile } from "./exercise";
import { readGivenFiles } from "./given-files.server";
import { parseYaml } from "./parse-yaml";
import { readCourse } from "./read-course.server";
import { runCheckProblems } from "./run-check-problems";
import { readWrongAnswer, type WrongAnswer } from "./wrong-answer";

/** An exercise with its files. The solution is read only when it is asked for. */
export type FoundExercise = {
  readonly id: string;
  readonly file: string;
  readonly exercise: ExerciseFile;
  readonly languages: readonly Language[];
  readonly starters: Readonly<Partial<Record<Language, string>>>;
  /** `files/**`: what the learner's program finds. */
  readonly files: readonly GivenFile[];
  /** `check.py`, `check.js`; they stand in no page. There is none where every check is a call. */
  readonly checkCodes: Readonly<Partial<Record<Language, string>>>;
  readonly wrongAnswers: readonly WrongAnswer[];
  readonly solution: (language: Language) => Promise<string>;
};

/** All exercises of the course by id, with every mistake in their files. */
export const readExercises = cache(async () => {
  const { course } = await readCourse();
  const problems: ContentProblem[] = [];
  const exercises = new Map<string, FoundExercise>();
  for (const lesson of course.modules.flatMap((module) => module.lessons)) {
    const folder = path.join(lesson.folder, "exercises");
    for (const id of await folderNames(folder)) {
      const exercise = await readExercise(path.join(folder, id), id, problems);
      const other = exercises.get(id);
      if (other !== undefined)
        problems.push({
          file: shownPath(path.join(folder, id)),
          line: 1,
          column: 1,
          problem: `Two exercises have the id "${id}": ${other.file} is the other.`,
          remedy: "Rename one folder.",
        });
      else if (exercise !== null) exercises.set(id, exercise);
    }
  }
  return { exercises, problems };
});

/** An exercise by its id; null where there is none. Ids are looked up, never made into a path. */
export async function findExercise(id: string): Promise<FoundExercise | null> {
  // Route handlers have no render to cache for; a production server's files do not change under it.
  const read = process.env.NODE_ENV === "production" ? (kept ??= readExercises()) : readExercises();
  return (await read).exercises.get(id) ?? null;
}

let kept: ReturnType<typeof readExercises> | undefined;

async function readExercise(
  folder: string,
  id: string,
  problems: ContentProblem[],
): Promise<FoundExercise | null> {
  const absolute = path.join(folder, "exercise.yaml");
  const file = shownPath(absolute);
  const names = await readdir(folder);
  const report = (problem: string, remedy: string) =>
    problems.push({ file, line: 1, column: 1, problem, remedy });
  if (!names.includes("exercise.yaml")) {
    report("This file is missing.", "Create it, or remove its folder.");
    return null;
  }
  const parsed = parseYaml({ source: await readFile(absolute, "utf8"), file, schema: ExerciseFile });
  problems.push(...parsed.problems);
  const starters: Partial<Record<Language, string>> = {};
  for (const language of Language.options) {
    const { extension } = languages[language];
    const [starter, solution] = [`starter.${extension}`, `solution.${extension}`];
    if (names.includes(starter)) starters[language] = await readFile(path.join(folder, starter), "utf8");
    if (names.includes(starter) !== names.includes(solution))
      report(
        `There is ${names.includes(starter) ? starter : solution} without ${names.includes(starter) ? solution : starter}.`,
        "Write the missing one beside it.",
      );
  }
  const found = Language.options.filter((language) => starters[language] !== undefined);
  if (found.length === 0)
    report("The exercise has no starter.", "Write starter.py, starter.js or starter.ts beside it.");
  const given = await readGivenFiles(path.join(folder, "files"));
  problems.push(...given.problems);
  if (parsed.value === null) return null;
  const exercise = parsed.value;
  const checkCodes: Partial<Record<Language, string>> = {};
  for (const language of found) {
    const name = checkScripts[language];
    const checkCode = names.includes(name) ? await readFile(path.join(folder, name), "utf8") : null;
    if (checkCode !== null) checkCodes[language] = checkCode;
    const place = { exercise, language, file, locate: parsed.locate };
    problems.push(...checkScriptProblems({ ...place, checkCode }), ...runCheckProblems(place));
  }
  return {
    id,
    file,
    exercise,
    languages: found,
    starters,
    files: given.files,
    checkCodes,
    wrongAnswers: await readWrongAnswers(path.join(folder, "wrong"), exercise, problems),
    solution: (language) => readFile(path.join(folder, `solution.${languages[language].extension}`), "utf8"),
  };
}

async function readWrongAnswers(folder: string, exercise: ExerciseFile, problems: ContentProblem[]) {
  const names = await readdir(folder).catch(noneIfMissing);
  const answers: WrongAnswer[] = [];
  for (const language of Language.options)
    for (const name of names
      .filter((name) => name.endsWith(`.${languages[language].extension}`))
      .toSorted()) {
      const absolute = path.join(folder, name);
      const read = readWrongAnswer({
        file: shownPath(absolute),
        language,
        code: await readFile(absolute, "utf8"),
        canFail: (check) => canFail(exercise, check),
      });
      answers.push(read.answer);
      problems.push(...read.problems);
    }
  return answers;
}
