import "server-only";
import type { Database } from "./database.server";
import { saveLearner } from "./save-learner.server";

/** Makes this the one code by which the learner goes on elsewhere; an earlier one is worth nothing any more. */
export async function saveRecovery(
  db: Database,
  { learner, codeHash, now }: { learner: string; codeHash: string; now: Date },
): Promise<void> {
  await saveLearner(db, { learner, now });
  const row = { code_hash: codeHash, created_at: now.toISOString() };
  await db
    .insertInto("recovery")
    .values({ learner, ...row })
    .onConflict((conflict) => conflict.column("learner").doUpdateSet(row))
    .execute();
}

/** The learner whose code has this hash; null if there is none. */
export async function recoveredLearner(
  db: Database,
  { codeHash }: { codeHash: string },
): Promise<string | null> {
  const row = await db
    .selectFrom("recovery")
    .select("learner")
    .where("code_hash", "=", codeHash)
    .executeTakeFirst();
  return row?.learner ?? null;
}

/** When the learner's code was made, ISO 8601 in UTC; null if there is none. */
export async function recoveryMadeAt(db: Database, { learner }: { learner: string }): Promise<string | null> {
  const row = await db
    .selectFrom("recovery")
    .select("created_at")
    .where("learner", "=", learner)
    .executeTakeFirst();
  return row?.created_at ?? null;
}
