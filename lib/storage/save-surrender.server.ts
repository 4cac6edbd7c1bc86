import "server-only";
import type { Database } from "./database.server";
import { saveLearner } from "./save-learner.server";

export type NewSurrender = { readonly learner: string; readonly exercise: string; readonly now: Date };

/** Notes that the learner gave an exercise up. A second time changes nothing. */
export async function saveSurrender(db: Database, { learner, exercise, now }: NewSurrender): Promise<void> {
  await saveLearner(db, { learner, now });
  await db
    .insertInto("surrender")
    .values({ learner, exercise, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(["learner", "exercise"]).doNothing())
    .execute();
}
