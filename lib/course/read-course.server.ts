import "server-only";
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { cache } from "react";
import type * as z from "zod";
import { contentFolder, numberedFolders, shownPath, type NumberedFolder } from "./content-folders.server";
import { ContentError, type ContentProblem } from "./content-problem";
import {
  CourseFile,
  LessonFrontMatter,
  ModuleFile,
  type Course,
  type LessonEntry,
  type ModuleEntry,
} from "./course";
import { splitFrontMatter } from "./front-matter";
import { parseYaml } from "./parse-yaml";

/** The course as far as it could be read, with every mistake in its own files (not in lessons' text). */
export type ReadCourse = { readonly course: Course; readonly problems: readonly ContentProblem[] };

/** Reads course, modules and front matter of all lessons; once a render. */
export const readCourse = cache(async (): Promise<ReadCourse> => {
  const problems: ContentProblem[] = [];
  const root = contentFolder();
  const file = await readYamlFile(path.join(root, "course.yaml"), CourseFile, problems);
  const modules: ModuleEntry[] = [];
  for (const folder of await foldersOf(root, problems)) modules.push(await readModule(folder, problems));
  return { course: { ...(file ?? { title: "", description: "" }), modules }, problems };
});

/** The course, or all its authors' mistakes as one error. */
export async function requireCourse(): Promise<Course> {
  const { course, problems } = await readCourse();
  if (problems.length > 0) throw new ContentError(problems);
  return course;
}

/** A lesson by the two slugs of its address, with its neighbours; null where there is none. */
export function findLesson(course: Course, { module, lesson }: { module: string; lesson: string }) {
  const all = course.modules.flatMap((entry) =>
    entry.lessons.map((found) => ({ module: entry, lesson: found })),
  );
  const index = all.findIndex((each) => each.module.slug === module && each.lesson.slug === lesson);
  const found = all[index];
  if (found === undefined) return null;
  return { ...found, previous: all[index - 1] ?? null, next: all[index + 1] ?? null };
}

async function readModule(folder: NumberedFolder, problems: ContentProblem[]): Promise<ModuleEntry> {
  const file = await readYamlFile(path.join(folder.folder, "module.yaml"), ModuleFile, problems);
  const lessons: LessonEntry[] = [];
  for (const lessonFolder of await foldersOf(folder.folder, problems)) {
    const lesson = await readLessonEntry(lessonFolder, folder.number, problems);
    if (lesson !== null) lessons.push(lesson);
  }
  const named = file ?? { title: folder.slug, description: "" };
  return { ...named, slug: folder.slug, number: String(folder.number), lessons };
}

async function readLessonEntry(
  { folder, slug, number }: NumberedFolder,
  moduleNumber: number,
  problems: ContentProblem[],
): Promise<LessonEntry | null> {
  const absolute = path.join(folder, "lesson.mdx");
  const file = shownPath(absolute);
  const source = await readOrReport(absolute, problems);
  if (source === null) return null;
  const { frontMatter } = splitFrontMatter(source);
  const entry = { slug, number: `${moduleNumber}.${number}`, file, folder };
  if (frontMatter === null) {
    problems.push({
      file,
      line: 1,
      column: 1,
      problem: "The lesson has no front matter.",
      remedy: "Begin it with a line ---, then title and description, then ---.",
    });
    return null;
  }
  const parsed = parseYaml({ source: frontMatter, file, schema: LessonFrontMatter, firstLine: 2 });
  problems.push(...parsed.problems);
  return { ...(parsed.value ?? { title: slug, description: "" }), ...entry };
}

async function foldersOf(folder: string, problems: ContentProblem[]) {
  const file = shownPath(folder);
  const { folders, misnamed } = await numberedFolders(folder);
  for (const name of misnamed)
    problems.push({
      file: `${file}/${name}`,
      line: 1,
      column: 1,
      problem: `The folder "${name}" is not numbered.`,
      remedy: "Name it NN-slug, in lower case with hyphens: the number orders, the slug is the address.",
    });
  for (const [index, { slug, folder: own }] of folders.entries()) {
    const first = folders.findIndex((other) => other.slug === slug);
    if (first < index)
      problems.push({
        file: shownPath(own),
        line: 1,
        column: 1,
        problem: `Two folders have the slug "${slug}": ${path.basename(folders[first]?.folder ?? "")} and this one.`,
        remedy: "Rename one: both would have the same address.",
      });
  }
  return folders;
}

async function readYamlFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  problems: ContentProblem[],
) {
  const source = await readOrReport(file, problems);
  if (source === null) return null;
  const parsed = parseYaml({ source, file: shownPath(file), schema });
  problems.push(...parsed.problems);
  return parsed.value;
}

async function readOrReport(file: string, problems: ContentProblem[]) {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) return readFile(file, "utf8");
  problems.push({
    file: shownPath(file),
    line: 1,
    column: 1,
    problem: "This file is missing.",
    remedy: "Create it, or remove its folder.",
  });
  return null;
}
