import "server-only";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Kysely } from "kysely";
import { migrate } from "./migrations.server";
import { networkFileSystem } from "./network-file-system.server";
import type { Schema } from "./schema.server";
import { sqliteDialect } from "./sqlite-dialect.server";

/** While it is opened and migrated nobody else is served, so the wait may be long and stand still. */
const OPENING_TIMEOUT_MS = 10_000;

/** Opens the SQLite database in `file`, makes it if it is missing, and migrates it. */
export async function openSqlite(file: string): Promise<Kysely<Schema>> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const network = await networkFileSystem(folder);
  if (network !== null)
    throw new Error(
      `${folder} lies on a network file system (${network}), where SQLite may lose work. Set DATA_DIR to a disk of this machine, or DATABASE_URL to a PostgreSQL database.`,
    );
  const sqlite = new BetterSqlite3(file, { timeout: OPENING_TIMEOUT_MS });
  sqlite.pragma("journal_mode = WAL");
  // NORMAL, the default of this build, may lose an acknowledged attempt when the power fails.
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  const database = new Kysely<Schema>({ dialect: sqliteDialect(sqlite) });
  await migrate(database);
  // SQLite would wait with the whole process; from here on the dialect waits, and others are served meanwhile.
  sqlite.pragma("busy_timeout = 0");
  return database;
}
