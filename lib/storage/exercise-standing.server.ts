import "server-only";
import type { ExerciseStanding } from "@/lib/grading/solution-gate";
import type { Database } from "./database.server";

/** How a learner stands with one exercise, in all its languages together. */
export async function exerciseStanding(
  db: Database,
  { learner, exercise }: { learner: string; exercise: string },
): Promise<ExerciseStanding> {
  const outcomes = await db
    .selectFrom("submission")
    .select((select) => ["passed", select.fn.countAll<number | bigint | string>().as("count")])
    .where("learner", "=", learner)
    .where("exercise", "=", exercise)
    .groupBy("passed")
    .execute();
  const surrender = await db
    .selectFrom("surrender")
    .select("created_at")
    .where("learner", "=", learner)
    .where("exercise", "=", exercise)
    .executeTakeFirst();
  return {
    passed: outcomes.some(({ passed }) => passed === 1),
    failedTries: Number(outcomes.find(({ passed }) => passed === 0)?.count ?? 0),
    surrendered: surrender !== undefined,
  };
}
