import Link from "next/link";
import styles from "./quiz-card.module.css";

/** The way from a lesson to its module's practice quiz. */
export function QuizCard({ module }: { readonly module: string }) {
  return (
    <Link className={styles["card"]} href={`/quizzes/${module}`} prefetch={false}>
      <span className={styles["title"]}>Practice quiz</span>
      <span>A few questions, drawn anew each time. Take it as often as you like.</span>
    </Link>
  );
}
