import "server-only";
import { readCourse } from "./read-course.server";

/** Whether the course has this lesson, named `<module>/<lesson>`. */
export async function isLesson(name: string): Promise<boolean> {
  // Route handlers have no render to cache for; a production server's files do not change under it.
  const read = process.env.NODE_ENV === "production" ? (kept ??= lessonNames()) : lessonNames();
  return (await read).has(name);
}

let kept: ReturnType<typeof lessonNames> | undefined;

async function lessonNames(): Promise<ReadonlySet<string>> {
  const { course } = await readCourse();
  return new Set(
    course.modules.flatMap(({ slug, lessons }) => lessons.map((lesson) => `${slug}/${lesson.slug}`)),
  );
}
