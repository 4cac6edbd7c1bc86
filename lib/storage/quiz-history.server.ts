import "server-only";
import { Verdict } from "@/lib/quiz/verdict";
import type { Database } from "./database.server";

/** How often a learner took a quiz as a whole, which draws that was, and which questions the last one asked. */
export type QuizHistory = {
  readonly tries: number;
  readonly drawIds: ReadonlySet<string>;
  readonly lastAsked: ReadonlySet<string>;
};

/** What a learner did at one quiz before. */
export async function quizHistory(
  db: Database,
  { learner, quiz }: { learner: string; quiz: string },
): Promise<QuizHistory> {
  const own = db
    .selectFrom("attempt")
    .where("learner", "=", learner)
    .where("quiz", "=", quiz)
    .where("mode", "=", "quiz");
  const draws = await own.select("draw_id").execute();
  const last = await own.select("verdict").orderBy("created_at", "desc").limit(1).executeTakeFirst();
  const asked = last === undefined ? [] : Verdict.parse(JSON.parse(last.verdict)).questions;
  return {
    tries: draws.length,
    drawIds: new Set(draws.map(({ draw_id: id }) => id)),
    lastAsked: new Set(asked.map(({ id }) => id)),
  };
}
