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

/** Makes sure that the learner has a row, and keeps it to this transaction: another that wants it waits for the end of this one. */
export async function holdLearner(
  transaction: Database,
  { learner, now }: { learner: string; now: Date },
): Promise<void> {
  await transaction
    .insertInto("learner")
    .values({ id: learner, created_at: now.toISOString() })
    // It changes nothing, but takes the row, which in SQLite the transaction has from its beginning.
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet(({ ref }) => ({ created_at: ref("learner.created_at") })),
    )
    .execute();
}
