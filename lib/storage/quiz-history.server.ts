import "server-only";
import type { Mode } from "@/lib/quiz/drawn";
import { Verdict } from "@/lib/quiz/verdict";
import type { Database } from "./database.server";

/** How often a learner took a quiz as a whole, and by which draws. */
export type QuizTries = { readonly tries: number; readonly drawIds: ReadonlySet<string> };

/** What a learner did at one quiz taken as a whole; practice is not counted. */
export async function quizTries(
  db: Database,
  { learner, quiz }: { learner: string; quiz: string },
): Promise<QuizTries> {
  const rows = await attemptsAt(db, { learner, quiz, mode: "quiz" }).select("draw_id").execute();
  return { tries: rows.length, drawIds: new Set(rows.map(({ draw_id: id }) => id)) };
}

/** The questions of the draw that a learner answered last in this way, as far as they were handed in. */
export async function lastAsked(
  db: Database,
  asked: { learner: string; quiz: string; mode: Mode },
): Promise<ReadonlySet<string>> {
  const last = await attemptsAt(db, asked)
    .select("draw_id")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return new Set();
  const rows = await attemptsAt(db, asked).select("verdict").where("draw_id", "=", last.draw_id).execute();
  const questions = rows.flatMap(({ verdict }) => Verdict.parse(JSON.parse(verdict)).questions);
  return new Set(questions.map(({ id }) => id));
}

const attemptsAt = (db: Database, { learner, quiz, mode }: { learner: string; quiz: string; mode: Mode }) =>
  db.selectFrom("attempt").where("learner", "=", learner).where("quiz", "=", quiz).where("mode", "=", mode);
