import "server-only";
import type { Database } from "./database.server";
import { learnerTables } from "./learner-tables.server";
import { saveLearner } from "./save-learner.server";

/** Gives a learner another id: every cookie with the one before is worth nothing from then on. */
export async function renameLearner(
  db: Database,
  { from, into, now }: { from: string; into: string; now: Date },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await saveLearner(transaction, { learner: into, now });
    for (const table of learnerTables)
      await transaction.updateTable(table).set({ learner: into }).where("learner", "=", from).execute();
    await transaction.deleteFrom("learner").where("id", "=", from).execute();
  });
}
