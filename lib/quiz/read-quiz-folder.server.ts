import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentProblem } from "@/lib/course/content-problem";
import { parseYaml } from "@/lib/course/parse-yaml";
import { Quiz } from "./quiz";

/** A quiz file: which module it belongs to, and the quiz or all that is wrong with it. */
export type QuizEntry = { readonly module: string; readonly file: string } & (
  | { readonly quiz: Quiz; readonly problems: readonly [] }
  | { readonly quiz: null; readonly problems: readonly ContentProblem[] }
);

const FILE_NAME = /^\d{2}-(?<module>[a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;

/** Every quiz of a folder in its order. A folder that does not exist holds no quizzes. */
export async function readQuizFolder(folder: string): Promise<readonly QuizEntry[]> {
  const names = await fileNames(folder);
  const entries = await Promise.all(names.map((name) => readEntry(folder, name)));
  return entries.map((entry, index) => {
    const twin = entries.slice(0, index).find(({ module }) => module === entry.module);
    return twin === undefined ? entry : { ...entry, quiz: null, problems: [sameModule(entry, twin)] };
  });
}

async function fileNames(folder: string) {
  try {
    const files = await readdir(folder, { withFileTypes: true });
    return files
      .filter((file) => file.isFile() && /\.ya?ml$/.test(file.name))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function readEntry(folder: string, name: string): Promise<QuizEntry> {
  const file = path.relative("", path.join(folder, name));
  const slug = FILE_NAME.exec(name)?.groups?.["module"];
  if (slug === undefined) return { module: name, file, quiz: null, problems: [misnamed(file)] };
  const source = await readFile(path.join(folder, name), "utf8");
  const { value, problems } = parseYaml({ source, file, schema: Quiz });
  return value === null
    ? { module: slug, file, quiz: null, problems }
    : { module: slug, file, quiz: value, problems: [] };
}

const misnamed = (file: string): ContentProblem => ({
  file,
  line: 1,
  column: 1,
  problem: "This file's name does not say which module it belongs to.",
  remedy: "Name it as its module's folder is named, such as 02-slow-code.yaml.",
});

const sameModule = ({ file, module }: QuizEntry, twin: QuizEntry): ContentProblem => ({
  file,
  line: 1,
  column: 1,
  problem: `${twin.file} is already the quiz of "${module}".`,
  remedy: "Move these questions there, or give this file the name of another module.",
});
