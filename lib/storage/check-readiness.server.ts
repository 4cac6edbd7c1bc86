import "server-only";
import type { Database } from "./database.server";
import { migrator } from "./migrations.server";

/** Why the database cannot take work now, as a sentence; null if it can. It is asked to write, not only to read. */
export async function readinessProblem(db: Database, { now }: { now: Date }): Promise<string | null> {
  const known = await migrator(db).getMigrations();
  const missing = known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  if (missing.length > 0)
    return `The database has not seen the migrations ${missing.join(", ")}. Start this server again to run them.`;
  const written_at = now.toISOString();
  await db
    .insertInto("probe")
    .values({ id: 1, written_at })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ written_at }))
    .execute();
  return null;
}
