import "server-only";
import { Verdict, type QuestionOutcome } from "@/lib/quiz/verdict";
import type { Database } from "./database.server";

/** More than anybody answers in a year of todays; it bounds what one request reads. */
const ATTEMPTS_READ = 1_000;

type Answered = {
  readonly quiz: string;
  readonly id: string;
  readonly outcome: QuestionOutcome;
  readonly at: Date;
};

/** Every question a learner was asked in the latest attempts, in quizzes and in practice, and how it was answered. */
export async function answeredQuestions(
  db: Database,
  { learner }: { learner: string },
): Promise<readonly Answered[]> {
  const rows = await db
    .selectFrom("attempt")
    .select(["quiz", "verdict", "created_at"])
    .where("learner", "=", learner)
    .orderBy("created_at", "desc")
    .limit(ATTEMPTS_READ)
    .execute();
  return rows.flatMap(({ quiz, verdict, created_at: at }) =>
    Verdict.parse(JSON.parse(verdict)).questions.map(({ id, outcome }) => ({
      quiz,
      id,
      outcome,
      at: new Date(at),
    })),
  );
}
