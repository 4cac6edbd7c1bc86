import type { Metadata } from "next";
import type { CourseOutline } from "@/app/components/progress/course-outline";
import { ProgressReport } from "@/app/components/progress/progress-report";
import styles from "@/app/components/progress/progress.module.css";
import { Resume } from "@/app/components/progress/resume";
import { YourData } from "@/app/components/progress/your-data";
import type { Course, LessonEntry } from "@/lib/course/course";
import { lessonTerminals } from "@/lib/course/find-terminal.server";
import { lessonExercises } from "@/lib/course/lesson-exercises.server";
import { lessonNames } from "@/lib/course/lesson-names";
import { requireCourse } from "@/lib/course/read-course.server";
import { listQuizzes } from "@/lib/quiz/read-quiz.server";

export const metadata: Metadata = {
  title: "Your progress",
  description: "What you have read, passed and taken, and all that is stored of you.",
};

/** What the learner has done, and what they can do with it. The page knows the course alone: the rest comes from the server. */
export default async function ProgressPage() {
  const course = await requireCourse();
  return (
    <main id="main" className={styles["page"]}>
      <h1>Your progress</h1>
      <p className={styles["about"]}>What you have read, passed and taken.</p>
      <Resume lessons={lessonNames(course)} />
      <ProgressReport course={await outlineOf(course)} />
      <YourData />
    </main>
  );
}

async function outlineOf({ modules }: Course): Promise<CourseOutline> {
  const quizzes = new Set((await listQuizzes()).map(({ module }) => module));
  return Promise.all(
    modules.map(async ({ slug, number, title, lessons }) => ({
      slug,
      number,
      title,
      hasQuiz: quizzes.has(slug),
      lessons: await Promise.all(
        lessons.map(async (lesson) => ({
          name: `${slug}/${lesson.slug}`,
          number: lesson.number,
          title: lesson.title,
          exercises: await exercisesOf(lesson),
        })),
      ),
    })),
  );
}

/** What can be passed in a lesson, at a prompt too. */
async function exercisesOf(lesson: LessonEntry) {
  const [exercises, terminals] = await Promise.all([lessonExercises(lesson), lessonTerminals(lesson)]);
  return [
    ...exercises.map(({ id, exercise }) => ({ id, title: exercise.title })),
    ...terminals
      .filter(({ terminal }) => terminal.steps.length > 0)
      .map(({ id, terminal }) => ({ id, title: terminal.title })),
  ];
}
