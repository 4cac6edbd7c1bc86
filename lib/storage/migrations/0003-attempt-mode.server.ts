import "server-only";
import { type Kysely, sql } from "kysely";

/** Attempts tell practice from a quiz taken as a whole; what was stored before was a quiz. */
export async function attemptMode(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable("attempt")
    .addColumn("mode", "text", (column) =>
      column
        .notNull()
        .defaultTo("quiz")
        .check(sql`mode in ('quiz', 'practice')`),
    )
    .execute();
}
