import type { Progress } from "./progress-service";

/** A lesson as far as its standing goes. `name` is `<module>/<lesson>`. */
export type LessonParts = { readonly name: string; readonly exercises: readonly string[] };

/** How a lesson stands, in a few words; null where nothing was done. */
export type LessonStanding = { readonly words: string; readonly isDone: boolean };

const furthestIn = ({ name }: LessonParts, { reading }: Progress) =>
  reading.find(({ lesson }) => lesson === name)?.furthest ?? 0;

const passedIn = ({ exercises }: LessonParts, progress: Progress) =>
  exercises.filter((id) => progress.exercises[id]?.passed === true).length;

/** `read, 2 of 2 passed`. A lesson is done when it is read to the end and all its exercises are passed. */
export function lessonStanding(lesson: LessonParts, progress: Progress): LessonStanding | null {
  const furthest = furthestIn(lesson, progress);
  const passed = passedIn(lesson, progress);
  const count = lesson.exercises.length;
  const read = furthest === 1 ? ["read"] : furthest > 0 ? [`${Math.round(furthest * 100)} % read`] : [];
  const solved = passed === 0 ? [] : [count === 1 ? "passed" : `${passed} of ${count} passed`];
  const words = [...read, ...solved].join(", ");
  return words === "" ? null : { words, isDone: furthest === 1 && passed === count };
}

/** How a module stands, in a sentence; empty where nothing was done. */
export function moduleSentence(lessons: readonly LessonParts[], progress: Progress): string {
  const read = lessons.filter((lesson) => furthestIn(lesson, progress) === 1).length;
  const passed = lessons.reduce((total, lesson) => total + passedIn(lesson, progress), 0);
  if (read === 0 && passed === 0) return "";
  const exercises = lessons.flatMap((lesson) => lesson.exercises).length;
  const solved = exercises === 0 ? "" : ` and passed ${passed} of ${exercises} exercises`;
  return `You have read ${read} of ${lessons.length} lessons${solved}.`;
}
