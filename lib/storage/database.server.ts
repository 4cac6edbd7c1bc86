import "server-only";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Kysely } from "kysely";
import { migrate } from "./migrations.server";
import type { Schema } from "./schema.server";
import { settings } from "./settings.server";
import { sqliteDialect } from "./sqlite-dialect.server";

export type Database = Kysely<Schema>;

declare global {
  // Kept here, not in the module, because a reload in development makes the module anew.
  var lentoDatabase: Promise<Database> | undefined;
}

/** How long a write waits for another process's; longer, and the request is answered 503. */
const BUSY_TIMEOUT_MS = 2_000;

/** This process's one database, opened and migrated at the first call. */
export function database(): Promise<Database> {
  globalThis.lentoDatabase ??= openDatabase(path.join(settings().dataDir, "lento.sqlite")).catch((error) => {
    globalThis.lentoDatabase = undefined;
    throw error;
  });
  return globalThis.lentoDatabase;
}

/** Opens the SQLite database in `file`, makes it if it is missing, and migrates it. */
export async function openDatabase(file: string): Promise<Database> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MS });
  sqlite.pragma("journal_mode = WAL");
  // NORMAL, the default of this build, may lose an acknowledged attempt when the power fails.
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  const database = new Kysely<Schema>({ dialect: sqliteDialect(sqlite) });
  await migrate(database);
  return database;
}

/**
 * Closes the database of this process; the next call of `database` opens it again, as after a restart.
 *
 * @internal for tests
 */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.lentoDatabase;
  globalThis.lentoDatabase = undefined;
  await (await open)?.destroy();
}
