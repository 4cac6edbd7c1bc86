import "server-only";
import type BetterSqlite3 from "better-sqlite3";
import { type Dialect, type Driver, type SqliteDatabase, SqliteDialect } from "kysely";
import { patientConnections } from "./patient-connection.server";

/** Kysely's SQLite, with transactions that may write from their first statement on, and statements that wait their turn. */
export function sqliteDialect(database: BetterSqlite3.Database): Dialect {
  const sqlite = new SqliteDialect({ database: beginningImmediate(database) });
  return {
    createDriver: () => waiting(sqlite.createDriver()),
    createQueryCompiler: () => sqlite.createQueryCompiler(),
    createIntrospector: (kysely) => sqlite.createIntrospector(kysely),
    createAdapter: () => ({
      supportsMultipleConnections: false,
      supportsReturning: true,
      // Kysely says no, but SQLite does roll tables back: a migration is then done whole, by one process.
      supportsTransactionalDdl: true,
      acquireMigrationLock: async () => {},
      releaseMigrationLock: async () => {},
    }),
  };
}

// A transaction that only later turns into a writer fails at once, without waiting, if another wrote meanwhile.
const beginningImmediate = (database: BetterSqlite3.Database): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (statement) => database.prepare(statement === "begin" ? "begin immediate" : statement),
});

function waiting(driver: Driver): Driver {
  const patient = patientConnections();
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => patient(await driver.acquireConnection(options)),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  };
}
