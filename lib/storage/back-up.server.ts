import "server-only";
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";

/** Another process's write may hold the copy up for so long. */
const BUSY_TIMEOUT_MS = 30_000;

/** Thrown when there is no backup, with what to do about it. */
export class BackUpError extends Error {
  override readonly name = "BackUpError";
}

/** Copies the SQLite database in `from` into the new file `to`, as it is at one moment, while servers go on; checks the copy. */
export async function backUp({ from, to }: { from: string; to: string }): Promise<void> {
  if (!existsSync(from))
    throw new BackUpError(
      `There is no database at ${from}. Set DATA_DIR to the folder that the server uses.`,
    );
  if (existsSync(to)) throw new BackUpError(`${to} is there already. Name a file that is not.`);
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const draft = `${to}.part`;
  await rm(draft, { force: true });
  copy({ from, to: draft });
  check(draft);
  // SQLite leaves it to the system when the copy reaches the disk.
  await sync(draft);
  await rename(draft, to);
  await sync(path.dirname(to));
}

function copy({ from, to }: { from: string; to: string }) {
  const database = new BetterSqlite3(from, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    database.prepare("vacuum into ?").run(to);
  } catch (error) {
    const isDamaged = error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_CORRUPT");
    throw isDamaged ? damaged(error.message) : error;
  } finally {
    database.close();
  }
}

function check(file: string) {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    const integrity = database.pragma("integrity_check", { simple: true });
    const strays = rowsOf(database.pragma("foreign_key_check"));
    if (integrity !== "ok") throw damaged(String(integrity));
    if (strays.length > 0) throw damaged(`${strays.length} rows refer to others that are gone`);
  } finally {
    database.close();
  }
}

const damaged = (what: string) =>
  new BackUpError(
    `The database is damaged: ${what.slice(0, 300)}. Stop the server and restore the last good backup.`,
  );

const rowsOf = (found: unknown): unknown[] => (Array.isArray(found) ? found : [found]);

async function sync(place: string) {
  const handle = await open(place, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
