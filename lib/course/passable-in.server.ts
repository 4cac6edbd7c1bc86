import "server-only";
import type { LessonEntry } from "./course";
import { lessonTerminals } from "./find-terminal.server";
import { lessonExercises } from "./lesson-exercises.server";

/** What can be passed in a lesson: its exercises, those at a prompt too. */
export async function passableIn(lesson: LessonEntry) {
  const [exercises, terminals] = await Promise.all([lessonExercises(lesson), lessonTerminals(lesson)]);
  return [
    ...exercises.map(({ id, exercise }) => ({ id, title: exercise.title })),
    ...terminals
      .filter(({ terminal }) => terminal.steps.length > 0)
      .map(({ id, terminal }) => ({ id, title: terminal.title })),
  ];
}
