import "server-only";
import type { Database } from "./database.server";
import { deleteLearnerRows } from "./delete-learner.server";
import { hasIdentity } from "./identity.server";
import type { LearnerTable } from "./learner-tables.server";
import { readingPositions } from "./reading-positions.server";
import { saveLearner } from "./save-learner.server";
import { saveReading } from "./save-reading.server";
import { saveSurrender } from "./save-surrender.server";

type Merge = { readonly from: string; readonly into: string };
type Move = (transaction: Database, merge: Merge) => Promise<unknown>;
/** What is a way to a learner, not work: it is never merged, or whoever made it would have a way to the other. */
type Way = "recovery" | "identity";

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
  /** Where both wrote something, the other's stays, and is offered the first one's where that was written. */
  draft: (transaction, { from, into }) =>
    transaction
      .updateTable("draft")
      .set({ learner: into })
      .where("learner", "=", from)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("draft as other")
              .select("other.name")
              .where("other.learner", "=", into)
              .whereRef("other.page", "=", "draft.page")
              .whereRef("other.name", "=", "draft.name"),
          ),
        ),
      )
      .execute(),
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
} satisfies Record<Exclude<LearnerTable, Way>, Move>;

/**
 * Makes all that an anonymous learner did another's, once: the first learner is gone afterwards. Of a learner who signs
 * in nothing is taken.
 */
export async function mergeLearners(db: Database, { from, into, now }: Merge & { now: Date }): Promise<void> {
  if (from === into) return;
  await db.transaction().execute(async (transaction) => {
    if (await hasIdentity(transaction, { learner: from })) return;
    await saveLearner(transaction, { learner: into, now });
    for (const move of Object.values(moves)) await move(transaction, { from, into });
    await deleteLearnerRows(transaction, { learner: from });
  });
}
