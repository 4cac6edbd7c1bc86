import "server-only";
import type { Database } from "./database.server";

type Score = { readonly score: number; readonly outOf: number };

/** How a learner did in one quiz. Scores are points, `at` is ISO 8601 in UTC. */
export type QuizStanding = {
  readonly attempts: number;
  readonly best: Score;
  readonly last: Score & { readonly at: string };
};

/** The learner's standing in every quiz taken as a whole, by module; practice counts nothing. */
export async function quizStandings(
  db: Database,
  { learner }: { learner: string },
): Promise<ReadonlyMap<string, QuizStanding>> {
  const rows = await db
    .selectFrom("attempt")
    .select(["quiz", "score", "out_of", "created_at"])
    .where("learner", "=", learner)
    .where("mode", "=", "quiz")
    .orderBy("created_at")
    .execute();
  const standings = new Map<string, QuizStanding>();
  for (const { quiz, score, out_of: outOf, created_at: at } of rows) {
    const before = standings.get(quiz);
    const best = before === undefined || share(before.best) < score / outOf ? { score, outOf } : before.best;
    standings.set(quiz, { attempts: (before?.attempts ?? 0) + 1, best, last: { score, outOf, at } });
  }
  return standings;
}

const share = ({ score, outOf }: Score) => score / outOf;
