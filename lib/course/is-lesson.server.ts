import "server-only";
import { findLesson, readCourse } from "./read-course.server";

let kept: ReturnType<typeof readCourse> | undefined;

/** Whether this is the address of a lesson: `/lessons/<module>/<lesson>`. */
export async function isLesson(page: string): Promise<boolean> {
  // Route handlers have no render to cache for; a production server's files do not change under it.
  const { course } = await (process.env.NODE_ENV === "production" ? (kept ??= readCourse()) : readCourse());
  const [, , module = "", lesson = ""] = page.split("/");
  return findLesson(course, { module, lesson }) !== null;
}
