import "server-only";
import type { Database } from "./database.server";

/**
 * Makes sure that the learner has a row, so that others can refer to it. No transaction joins the two: a learner
 * without work does no harm, and a transaction would hold SQLite's one write lock while other requests have their turn.
 */
export async function saveLearner(
  db: Database,
  { learner, now }: { learner: string; now: Date },
): Promise<void> {
  await db
    .insertInto("learner")
    .values({ id: learner, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
