import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContentProblems } from "@/app/components/lesson/content-problems";
import { LessonLinks } from "@/app/components/lesson/lesson-links";
import { LessonText } from "@/app/components/lesson/lesson-text";
import { TableOfContents } from "@/app/components/lesson/table-of-contents";
import { ReadingWatch } from "@/app/components/progress/reading-watch";
import { requireLesson } from "@/lib/course/compile-lesson.server";
import { checkPage } from "@/lib/course/check-content.server";
import { findLesson, readCourse, requireCourse } from "@/lib/course/read-course.server";
import styles from "./page.module.css";

type Props = PageProps<"/lessons/[module]/[lesson]">;

export const dynamicParams = false;

export async function generateStaticParams() {
  const { modules } = await requireCourse();
  return modules.flatMap(({ slug, lessons }) =>
    lessons.map((lesson) => ({ module: slug, lesson: lesson.slug })),
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await readCourse();
  const found = findLesson(course, await params);
  return found === null ? {} : { title: found.lesson.title, description: found.lesson.description };
}

export default async function LessonPage({ params }: Props) {
  const { course } = await readCourse();
  const found = findLesson(course, await params);
  if (found === null) notFound();
  const { module, lesson, previous, next } = found;
  // While an author works, mistakes stand on the page; a build never gets this far with any.
  const problems = process.env.NODE_ENV === "development" ? await checkPage(lesson) : [];
  if (problems.length > 0) return <ContentProblems problems={problems} />;
  const compiled = await requireLesson(lesson);
  return (
    <div className={styles["page"]}>
      <main id="main" className={styles["main"]}>
        <p className={styles["module"]}>
          Module {module.number}: {module.title}
        </p>
        <h1 className={styles["title"]}>{lesson.title}</h1>
        <p className={styles["description"]}>{lesson.description}</p>
        <LessonText compiled={compiled} lesson={lesson} page={`/lessons/${module.slug}/${lesson.slug}`} />
        <LessonLinks previous={previous} next={next} />
        <ReadingWatch lesson={`${module.slug}/${lesson.slug}`} />
      </main>
      <div className={styles["beside"]}>
        <TableOfContents headings={compiled.headings} />
      </div>
    </div>
  );
}
