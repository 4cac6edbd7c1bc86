import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/jsx";
import type { MDXContentProps } from "mdx-bundler/client/jsx";
import * as React from "react";
import { cache, type ReactNode } from "react";
import * as jsxRuntime from "react/jsx-runtime";
import remarkGfm from "remark-gfm";
import { listQuizzes } from "@/lib/quiz/read-quiz.server";
import { ContentError, type ContentProblem } from "./content-problem";
import type { LessonEntry } from "./course";
import { readExercises } from "./find-exercise.server";
import { readTerminals } from "./find-terminal.server";
import { readFileTrees } from "./given-files.server";
import type { KnownCell } from "./lesson-cell";
import { splitFrontMatter } from "./front-matter";
import { mdxProblem } from "./mdx-problem";
import { remarkLesson, type LessonFacts, type LessonHeading } from "./remark-lesson";

export type CompiledLesson = {
  /** The lesson as a component; what `components` does not name renders as plain elements. */
  readonly Content: (props: MDXContentProps) => ReactNode;
  readonly headings: readonly LessonHeading[];
  /** By id, in the order of the text. */
  readonly cells: ReadonlyMap<string, KnownCell>;
  /** The ids of the terminals that it shows. */
  readonly terminals: ReadonlySet<string>;
};

/** Compiles a lesson; every mistake in its text comes back, and `lesson` is null where it cannot be shown at all. */
export const compileLesson = cache(
  async (
    entry: LessonEntry,
  ): Promise<{ lesson: CompiledLesson | null; problems: readonly ContentProblem[] }> => {
    const { body } = splitFrontMatter(await readFile(path.join(entry.folder, "lesson.mdx"), "utf8"));
    const { exercises } = await readExercises();
    const given = await readFileTrees(path.join(entry.folder, "files"));
    const { terminals } = await readTerminals();
    const facts: LessonFacts = {
      headings: [],
      cells: new Map(),
      terminals: new Set(),
      problems: [...given.problems],
    };
    const surroundings = {
      exercises: new Set(exercises.keys()),
      terminals: new Set(terminals.keys()),
      quizzes: new Set((await listQuizzes()).map(({ module }) => module)),
      trees: given.trees,
    };
    const plugin = remarkLesson({ file: entry.file, surroundings, facts });
    try {
      const { code } = await bundleMDX({
        source: body,
        cwd: entry.folder,
        mdxOptions: (options) => ({
          ...options,
          remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm, plugin],
        }),
        grayMatterOptions: (options) => ({ ...options, engines: noCodeInFrontMatter }),
        esbuildOptions: (options) => ({
          ...options,
          target: ["node22"],
          minify: false,
          // Its errors come back as problems.
          logLevel: "silent",
          loader: { ...options.loader, ".py": "text", ".txt": "text", ".csv": "text" },
        }),
      });
      if (facts.problems.length > 0) return { lesson: null, problems: facts.problems };
      const Content = getMDXComponent(code, { React, ReactDOM: {}, _jsx_runtime: jsxRuntime });
      const { headings, cells } = facts;
      return { lesson: { Content, headings, cells, terminals: facts.terminals }, problems: [] };
    } catch (error) {
      return { lesson: null, problems: [...facts.problems, ...mdxProblem(error, entry.file)] };
    }
  },
);

/** The compiled lesson, or all its mistakes as one error. */
export async function requireLesson(entry: LessonEntry): Promise<CompiledLesson> {
  const { lesson, problems } = await compileLesson(entry);
  if (lesson === null) throw new ContentError(problems);
  return lesson;
}

const refuse = () => {
  throw new Error("Front matter may not hold code.");
};
const noCodeInFrontMatter = { js: refuse, javascript: refuse, coffee: refuse };
