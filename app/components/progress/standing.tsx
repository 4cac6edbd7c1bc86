"use client";

import { lessonStanding, moduleSentence, type LessonParts } from "./standing-words";
import styles from "./standing.module.css";
import { useProgress } from "./use-progress";

/** How far the learner is with a lesson; nothing where it was not begun. */
export function LessonStanding(lesson: LessonParts) {
  const progress = useProgress();
  const standing = progress === null ? null : lessonStanding(lesson, progress);
  if (standing === null) return null;
  return (
    <span className={styles["lesson"]} data-done={standing.isDone}>
      {standing.isDone && <span aria-hidden="true">✓ </span>}
      <span className="visually-hidden">{standing.isDone ? "Done: " : "So far: "}</span>
      {standing.words}
    </span>
  );
}

/** How far the learner is with a module, in a sentence; nothing where none of it was done. */
export function ModuleStanding({ lessons }: { readonly lessons: readonly LessonParts[] }) {
  const progress = useProgress();
  const sentence = progress === null ? "" : moduleSentence(lessons, progress);
  return sentence === "" ? null : <span className={styles["module"]}> {sentence}</span>;
}
