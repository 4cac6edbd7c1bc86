import * as z from "zod";

/** `content/course.yaml` */
export const CourseFile = z.strictObject({
  title: z.string().min(1).describe("The course's name, as the header shows it"),
  description: z.string().min(1).describe("One sentence under the title"),
});

/** `content/NN-<module>/module.yaml` */
export const ModuleFile = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1).describe("One sentence: what the module is for"),
});

/** The front matter of a `lesson.mdx` */
export const LessonFrontMatter = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1).describe("One sentence for the course page and search engines"),
});

export type LessonEntry = z.infer<typeof LessonFrontMatter> & {
  /** The folder's name without its number. */
  readonly slug: string;
  /** As numbered in the course: "2.5". */
  readonly number: string;
  /** From the project's root, for messages: `content/02-slow-code/05-expensive-loop/lesson.mdx`. */
  readonly file: string;
  readonly folder: string;
};

export type ModuleEntry = z.infer<typeof ModuleFile> & {
  readonly slug: string;
  readonly number: string;
  readonly lessons: readonly LessonEntry[];
};

/** The whole course in its order: what a table of contents needs, and no lesson's text. */
export type Course = z.infer<typeof CourseFile> & { readonly modules: readonly ModuleEntry[] };
