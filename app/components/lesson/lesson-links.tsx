import Link from "next/link";
import type { LessonEntry, ModuleEntry } from "@/lib/course/course";
import styles from "./lesson-links.module.css";

type Place = { readonly module: ModuleEntry; readonly lesson: LessonEntry };

/** Previous and next at a lesson's end. */
export function LessonLinks({
  previous,
  next,
}: {
  readonly previous: Place | null;
  readonly next: Place | null;
}) {
  return (
    <nav className={styles["links"]} aria-label="Lessons">
      {previous === null ? <BackToCourse /> : <LessonLink place={previous} rel="prev" label="Previous" />}
      {next === null ? <BackToCourse end /> : <LessonLink place={next} rel="next" label="Next" />}
    </nav>
  );
}

function LessonLink({
  place,
  rel,
  label,
}: {
  readonly place: Place;
  readonly rel: string;
  readonly label: string;
}) {
  return (
    <Link rel={rel} href={`/lessons/${place.module.slug}/${place.lesson.slug}`} prefetch={false}>
      <span className={styles["label"]}>{label}</span>
      {place.lesson.number} {place.lesson.title}
    </Link>
  );
}

function BackToCourse({ end = false }: { readonly end?: boolean }) {
  return (
    <Link href="/" prefetch={false}>
      <span className={styles["label"]}>{end ? "End of the course" : "Start of the course"}</span>
      All lessons
    </Link>
  );
}
