import "server-only";
import { lessonNames } from "./lesson-names";
import { readCourse } from "./read-course.server";

/** Whether the course has this lesson, named `<module>/<lesson>`. */
export async function isLesson(name: string): Promise<boolean> {
  // Route handlers have no render to cache for; a production server's files do not change under it.
  const read = process.env.NODE_ENV === "production" ? (kept ??= allNames()) : allNames();
  return (await read).has(name);
}

let kept: ReturnType<typeof allNames> | undefined;

async function allNames(): Promise<ReadonlySet<string>> {
  const { course } = await readCourse();
  return new Set(lessonNames(course).map(({ name }) => name));
}
