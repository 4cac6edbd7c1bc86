import "server-only";
import type { Database } from "./database.server";
import { saveLearner } from "./save-learner.server";

/** A person as a provider knows them: its address and its name for them are the key, nothing else is. */
export type Identity = { readonly issuer: string; readonly subject: string };

/** The learner who signs in as this person; `newLearner` becomes that learner where it is the first time. */
export async function learnerOfIdentity(
  db: Database,
  { issuer, subject, newLearner, now }: Identity & { newLearner: string; now: Date },
): Promise<string> {
  const known = await findIdentity(db, { issuer, subject });
  if (known !== null) return known;
  await saveLearner(db, { learner: newLearner, now });
  await db
    .insertInto("identity")
    .values({ issuer, subject, learner: newLearner, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doNothing())
    .execute();
  // Of two first times at once only one made the row.
  const learner = await findIdentity(db, { issuer, subject });
  if (learner === null) throw new Error("An identity was neither stored nor found.");
  return learner;
}

/** Whether the learner signs in; else only a cookie knows them. */
export async function hasIdentity(db: Database, { learner }: { learner: string }): Promise<boolean> {
  const row = await db
    .selectFrom("identity")
    .select("learner")
    .where("learner", "=", learner)
    .executeTakeFirst();
  return row !== undefined;
}

async function findIdentity(db: Database, { issuer, subject }: Identity): Promise<string | null> {
  const row = await db
    .selectFrom("identity")
    .select("learner")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.learner ?? null;
}
