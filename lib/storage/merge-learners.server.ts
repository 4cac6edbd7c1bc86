import "server-only";
import type { Transaction } from "kysely";
import type { Database } from "./database.server";
import { deleteLearnerRows } from "./delete-learner.server";
import type { LearnerTable } from "./learner-tables.server";
import { readingPositions } from "./reading-positions.server";
import { saveReading } from "./save-reading.server";
import { saveSurrender } from "./save-surrender.server";
import type { Schema } from "./schema.server";

type Merge = { readonly from: string; readonly into: string };
type Move = (transaction: Transaction<Schema>, merge: Merge) => Promise<unknown>;

/** What becomes of each table's rows; where both learners have one for the same thing, nothing of either gets lost. */
const moves = {
  attempt: (transaction, { from, into }) =>
    transaction.updateTable("attempt").set({ learner: into }).where("learner", "=", from).execute(),
  submission: (transaction, { from, into }) =>
    transaction.updateTable("submission").set({ learner: into }).where("learner", "=", from).execute(),
  async surrender(transaction, { from, into }) {
    const given = await transaction
      .selectFrom("surrender")
      .select(["exercise", "created_at"])
      .where("learner", "=", from)
      .execute();
    for (const { exercise, created_at } of given)
      await saveSurrender(transaction, { learner: into, exercise, now: new Date(created_at) });
  },
  async reading(transaction, { from, into }) {
    const known = new Map(
      (await readingPositions(transaction, { learner: into })).map((position) => [position.lesson, position]),
    );
    for (const position of await readingPositions(transaction, { learner: from })) {
      const other = known.get(position.lesson);
      const latest = other !== undefined && other.at > position.at ? other : position;
      await saveReading(transaction, {
        ...position,
        learner: into,
        heading: latest.heading,
        now: new Date(latest.at),
      });
    }
  },
  // A code made for a learner who is no more leads nowhere.
  recovery: async () => {},
} satisfies Record<LearnerTable, Move>;

/** Makes all that one learner did another's, once: the first learner is gone afterwards. */
export async function mergeLearners(db: Database, { from, into }: Merge): Promise<void> {
  if (from === into) return;
  await db.transaction().execute(async (transaction) => {
    for (const move of Object.values(moves)) await move(transaction, { from, into });
    await deleteLearnerRows(transaction, { learner: from });
  });
}
