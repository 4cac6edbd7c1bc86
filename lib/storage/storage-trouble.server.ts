import "server-only";
import BetterSqlite3 from "better-sqlite3";

const PASSING = [
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_FULL",
  "SQLITE_IOERR",
  "SQLITE_READONLY",
  "SQLITE_CANTOPEN",
];

/** True if the database could not be used for a reason outside the program: locked, full, unreadable. */
export const isStorageTrouble = (error: unknown): boolean =>
  error instanceof BetterSqlite3.SqliteError && PASSING.some((code) => error.code.startsWith(code));
