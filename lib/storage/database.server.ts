import "server-only";
import path from "node:path";
import type { Kysely } from "kysely";
import { openPostgres } from "./open-postgres.server";
import { openSqlite } from "./open-sqlite.server";
import type { Schema } from "./schema.server";
import { settings } from "./settings.server";

export type Database = Kysely<Schema>;

declare global {
  // Kept here, not in the module, because a reload in development makes the module anew.
  var lentoDatabase: Promise<Database> | undefined;
}

/** This process's one database, opened and migrated at the first call: PostgreSQL at DATABASE_URL, else SQLite in DATA_DIR. */
export function database(): Promise<Database> {
  globalThis.lentoDatabase ??= openDatabase().catch((error) => {
    globalThis.lentoDatabase = undefined;
    throw error;
  });
  return globalThis.lentoDatabase;
}

const openDatabase = (): Promise<Database> => {
  const { databaseUrl, dataDir } = settings();
  return databaseUrl === null ? openSqlite(path.join(dataDir, "lento.sqlite")) : openPostgres(databaseUrl);
};

/** Closes the database of this process; the next call of `database` opens it again, as after a restart. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.lentoDatabase;
  globalThis.lentoDatabase = undefined;
  await (await open)?.destroy();
}
