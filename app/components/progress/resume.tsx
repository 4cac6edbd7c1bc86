"use client";

import Link from "next/link";
import styles from "./resume.module.css";
import { useProgress } from "./use-progress";

/** The way to where the learner was; to the first lesson for who has not begun. */
export function Resume({
  lessons,
}: {
  readonly lessons: readonly { readonly name: string; readonly title: string }[];
}) {
  const position = useProgress()?.reading[0];
  // A lesson that is no more is none to go on with.
  const begun = lessons.find(({ name }) => name === position?.lesson);
  const lesson = begun ?? lessons[0];
  if (lesson === undefined) return null;
  const hash = begun === undefined ? "" : `#${position?.heading ?? ""}`;
  return (
    <p className={styles["resume"]}>
      <Link href={`/lessons/${lesson.name}${hash}`} prefetch={false}>
        <span>{begun === undefined ? "Begin with" : "Go on where you were"}</span> {lesson.title}
      </Link>
    </p>
  );
}
