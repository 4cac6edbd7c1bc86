import "server-only";
import BetterSqlite3 from "better-sqlite3";
import { DatabaseError } from "pg";

/** SQLite's: locked, full, unreadable. */
const OF_SQLITE = [
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_FULL",
  "SQLITE_IOERR",
  "SQLITE_READONLY",
  "SQLITE_CANTOPEN",
];

/** PostgreSQL's: classes of two characters, and codes. See appendix A of its manual. */
const OF_POSTGRES = [
  // The connection; resources: disk full, memory, too many connections; the server's own system.
  "08",
  "53",
  "58",
  // Ended by an operator or a timeout; not up yet; a lock not had in time.
  "57",
  "55P03",
  // Lost against another transaction, which the next try need not.
  "40001",
  "40P01",
  // A standby, or a server that was set to be read only.
  "25006",
];

/** Node's, of a connection. */
const OF_NODE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);

/** pg gives no code where it has lost or not had a connection. */
const OF_PG =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** True if the database could not be used for a reason outside the program: locked, full, unreadable, gone. */
export function isStorageTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isStorageTrouble);
  const code = "code" in error ? String(error.code) : "";
  if (error instanceof BetterSqlite3.SqliteError) return OF_SQLITE.some((start) => code.startsWith(start));
  if (error instanceof DatabaseError) return OF_POSTGRES.some((start) => code.startsWith(start));
  return OF_NODE.has(code) || OF_PG.test(error.message);
}
