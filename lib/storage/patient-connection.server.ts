import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import type { DatabaseConnection } from "kysely";

/** How long statements wait for another process's write; longer, and the request is answered 503. */
const BUSY_TIMEOUT_MS = 2_000;
const POLL_MS = 15;

const isBusy = (error: unknown) =>
  error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY");

/**
 * Makes connections to one SQLite database whose statements wait while another process writes, and let this one go on
 * meanwhile. The time counts from the first that had to wait: those that queued up behind it do not wait once more each.
 */
export function patientConnections(): (connection: DatabaseConnection) => DatabaseConnection {
  let busySinceMs = -Infinity;
  let lastBusyMs = -Infinity;

  async function afterWaiting<Result>(run: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error)) throw error;
        const nowMs = performance.now();
        if (nowMs - lastBusyMs > BUSY_TIMEOUT_MS) busySinceMs = nowMs;
        lastBusyMs = nowMs;
        if (nowMs - busySinceMs > BUSY_TIMEOUT_MS) throw error;
        await wait(POLL_MS);
      }
    }
  }

  return (connection) => ({
    executeQuery: (query, options) => afterWaiting(() => connection.executeQuery(query, options)),
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  });
}
