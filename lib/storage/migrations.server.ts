import "server-only";
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { firstTables } from "./migrations/0001-first-tables.server";
import { requestCounts } from "./migrations/0002-request-counts.server";
import { attemptMode } from "./migrations/0003-attempt-mode.server";
import { drafts } from "./migrations/0004-drafts.server";
import { learners } from "./migrations/0005-learners.server";
import { identities } from "./migrations/0006-identities.server";
import type { Schema } from "./schema.server";

/** In order of their names. A migration that was ever released is never changed: add the next one. */
const migrations = {
  "0001-first-tables": { up: firstTables },
  "0002-request-counts": { up: requestCounts },
  "0003-attempt-mode": { up: attemptMode },
  "0004-drafts": { up: drafts },
  "0005-learners": { up: learners },
  "0006-identities": { up: identities },
};

/** Knows which migrations there are and which of them this database has seen. */
export const migrator = (database: Kysely<Schema>) =>
  new Migrator({ db: database, provider: { getMigrations: async () => migrations } });

/** Brings the database up to this version of the program, all or nothing. */
export async function migrate(database: Kysely<Schema>): Promise<void> {
  const { error } = await migrator(database).migrateToLatest();
  if (error === undefined) return;
  throw new Error(
    "The database could not be brought up to this version. It is unchanged; restore a backup or start the version that wrote it.",
    { cause: error },
  );
}
