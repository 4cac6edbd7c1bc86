import Link from "next/link";
import { quizName } from "@/lib/quiz/quiz-name";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import styles from "./quiz-card.module.css";

/** The way from a lesson to its module's quiz. */
export async function QuizCard({ module }: { readonly module: string }) {
  const quiz = await readQuiz(module);
  if (quiz === null) return null;
  const { draw, passPercent } = quiz;
  const about =
    passPercent === undefined
      ? "A few questions, drawn anew each time. Take it as often as you like."
      : `${draw} questions, drawn anew each time. To pass takes ${passPercent} % of the points.`;
  return (
    <Link className={styles["card"]} href={`/quizzes/${module}`} prefetch={false}>
      <span className={styles["title"]}>{quizName(quiz)}</span>
      <span>{about}</span>
    </Link>
  );
}
