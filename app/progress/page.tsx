import type { Metadata } from "next";
import type { CourseOutline } from "@/app/components/progress/course-outline";
import { ProgressReport } from "@/app/components/progress/progress-report";
import styles from "@/app/components/progress/progress.module.css";
import { Resume } from "@/app/components/progress/resume";
import { YourData } from "@/app/components/progress/your-data";
import type { Course } from "@/lib/course/course";
import { passableIn } from "@/lib/course/passable-in.server";
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
          exercises: await passableIn(lesson),
        })),
      ),
    })),
  );
}
