import Link from "next/link";
import { ContentProblems } from "@/app/components/lesson/content-problems";
import { QuizStanding } from "@/app/components/progress/quiz-standing";
import { Resume } from "@/app/components/progress/resume";
import { LessonStanding, ModuleStanding } from "@/app/components/progress/standing";
import { TodaysFive } from "@/app/components/quiz/todays-five";
import { quizName } from "@/lib/quiz/quiz-name";
import { listQuizzes } from "@/lib/quiz/read-quiz.server";
import type { ModuleEntry } from "@/lib/course/course";
import { checkPage } from "@/lib/course/check-content.server";
import { passableIn } from "@/lib/course/passable-in.server";
import { lessonNames } from "@/lib/course/lesson-names";
import { requireCourse } from "@/lib/course/read-course.server";
import styles from "./page.module.css";

/** The course: its modules and lessons, and how far the learner has come. */
export default async function CoursePage() {
  // While an author works, mistakes stand on the page; a build never gets this far with any.
  const problems = process.env.NODE_ENV === "development" ? await checkPage(null) : [];
  if (problems.length > 0) return <ContentProblems problems={problems} />;
  const course = await requireCourse();
  const names = new Map(
    (await listQuizzes()).map(({ module, quiz }) => [module, quiz === null ? "Quiz" : quizName(quiz)]),
  );
  const modules = await Promise.all(course.modules.map(withParts));
  return (
    <main id="main" className={styles["page"]}>
      <h1 className={styles["title"]}>{course.title}</h1>
      <p className={styles["description"]}>{course.description}</p>
      <Resume lessons={lessonNames(course)} />
      <TodaysFive />
      {modules.map((module) => (
        <section key={module.slug} className={styles["module"]} aria-labelledby={`module-${module.slug}`}>
          <h2 id={`module-${module.slug}`}>
            <span className={styles["number"]}>{module.number}</span> {module.title}
          </h2>
          <p className={styles["purpose"]}>
            {module.description}
            <ModuleStanding lessons={module.lessons.map(({ parts }) => parts)} />
          </p>
          <ol className={styles["lessons"]}>
            {module.lessons.map((lesson) => (
              <li key={lesson.slug}>
                <Link href={`/lessons/${module.slug}/${lesson.slug}`} prefetch={false}>
                  <span className={styles["lesson"]}>
                    <span>
                      <span className={styles["number"]}>{lesson.number}</span> {lesson.title}
                    </span>{" "}
                    <LessonStanding {...lesson.parts} />
                  </span>
                  <span className={styles["about"]}>{lesson.description}</span>
                </Link>
              </li>
            ))}
            {names.has(module.slug) && (
              <li>
                <Link href={`/quizzes/${module.slug}`} prefetch={false}>
                  <span className={styles["lesson"]}>
                    {names.get(module.slug)}: {module.title}
                  </span>
                  <QuizStanding module={module.slug} />
                </Link>
              </li>
            )}
          </ol>
        </section>
      ))}
    </main>
  );
}

/** A module, with what there is to read and to pass in each lesson. */
async function withParts({ lessons, ...module }: ModuleEntry) {
  const entries = lessons.map(async (lesson) => {
    const exercises = (await passableIn(lesson)).map(({ id }) => id);
    return { ...lesson, parts: { name: `${module.slug}/${lesson.slug}`, exercises } };
  });
  return { ...module, lessons: await Promise.all(entries) };
}
