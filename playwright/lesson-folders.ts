import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** A lesson's folder, and the address it is read at. */
export type LessonFolder = { readonly folder: string; readonly address: string };

const slug = (folder: string) => folder.replace(/^\d+-/, "");

/** The names of the folders in one; none where there is no such folder. */
export const foldersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];

/** All lessons of a course, in its order. */
export const lessonsOf = (content: string): LessonFolder[] =>
  foldersIn(content).flatMap((module) =>
    foldersIn(path.join(content, module)).map((lesson) => ({
      folder: path.join(content, module, lesson),
      address: `/lessons/${slug(module)}/${slug(lesson)}`,
    })),
  );
