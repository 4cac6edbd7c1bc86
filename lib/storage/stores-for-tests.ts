import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import type { Database } from "./database.server";
import { openPostgres } from "./open-postgres.server";
import { openSqlite } from "./open-sqlite.server";
import { type PostgresForTests, startPostgres } from "./postgres-for-tests";

type Kind = {
  readonly start: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Where a new, empty database is. */
  readonly newPlace: () => Promise<string>;
  readonly open: (place: string) => Promise<Database>;
};

const sqlite: Kind = {
  start: async () => {},
  end: async () => {},
  newPlace: async () =>
    path.join(mkdtempSync(path.join(tmpdir(), "lento-database-")), "data", "lento.sqlite"),
  open: openSqlite,
};

function postgres(): Kind {
  let server: PostgresForTests | undefined;
  return {
    start: async () => {
      server = await startPostgres();
    },
    end: async () => server?.end(),
    newPlace: async () => {
      if (server === undefined) throw new Error("PostgreSQL is not started yet.");
      return server.newDatabase();
    },
    open: openPostgres,
  };
}

/** What a test is given: each call opens the same database once more, with connections of its own. */
export type OpenStore = () => Promise<Database>;

/** Runs a suite on SQLite and on a real PostgreSQL server, each test over an empty database; what it opens is closed for it. */
export function onEveryStore(suite: (open: OpenStore) => void) {
  describe("SQLite", () => {
    suiteOn(sqlite, suite);
  });
  describe("PostgreSQL", () => {
    suiteOn(postgres(), suite);
  });
}

function suiteOn(kind: Kind, suite: (open: OpenStore) => void) {
  let place = "";
  let opened: Database[] = [];
  beforeAll(kind.start);
  afterAll(kind.end);
  beforeEach(async () => {
    place = await kind.newPlace();
  });
  afterEach(async () => {
    await Promise.all(opened.map((database) => database.destroy()));
    opened = [];
  });
  suite(async () => {
    const database = await kind.open(place);
    opened.push(database);
    return database;
  });
}
