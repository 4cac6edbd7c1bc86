import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuizForm } from "@/app/components/quiz/quiz-form";
import { QuizModes } from "@/app/components/quiz/quiz-modes";
import { quizName } from "@/lib/quiz/quiz-name";
import { listQuizzes, readQuiz } from "@/lib/quiz/read-quiz.server";
import styles from "./page.module.css";

type Props = PageProps<"/quizzes/[module]">;

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await listQuizzes()).map(({ module }) => ({ module }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quiz = await readQuiz((await params).module);
  return quiz === null ? {} : { title: `${quizName(quiz)}: ${quiz.title}`, description: quiz.description };
}

/** The page holds no question: they are drawn by the server when it is opened. */
export default async function QuizPage({ params }: Props) {
  const { module } = await params;
  const quiz = await readQuiz(module);
  if (quiz === null) notFound();
  return (
    <main id="main" className={styles["page"]}>
      <p className={styles["kind"]}>{quizName(quiz)}</p>
      <h1>{quiz.title}</h1>
      <p className={styles["description"]}>{quiz.description}</p>
      {quiz.passPercent === undefined ? (
        <QuizModes module={module} title={quiz.title} />
      ) : (
        <QuizForm module={module} title={quiz.title} />
      )}
      <noscript>
        <p>The questions are drawn by the server when the page runs its script, and JavaScript is off.</p>
      </noscript>
    </main>
  );
}
