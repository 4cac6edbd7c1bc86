import "server-only";
import type { Database } from "./database.server";
import { learnerTables } from "./learner-tables.server";

/** Deletes a learner and every row of theirs, all or nothing. */
export const deleteLearner = (db: Database, { learner }: { learner: string }): Promise<void> =>
  db.transaction().execute((transaction) => deleteLearnerRows(transaction, { learner }));

/** As `deleteLearner`, as a part of something larger. */
export async function deleteLearnerRows(transaction: Database, { learner }: { learner: string }) {
  for (const table of learnerTables)
    await transaction.deleteFrom(table).where("learner", "=", learner).execute();
  await transaction.deleteFrom("learner").where("id", "=", learner).execute();
}
