import { mkdirSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import * as z from "zod";
import { type PostgresForTests, startPostgres } from "@/lib/storage/postgres-for-tests";

/** An attempt as it lies in the store, read past the server. */
const Row = z.object({ id: z.string(), answers: z.string(), payload_hash: z.string() });
type Row = z.infer<typeof Row>;

const QUERY = "select id, answers, payload_hash from attempt";

/** A store of a test's own, empty at first. */
export type FaultStore = {
  readonly env: Readonly<Record<string, string>>;
  readonly rows: () => Promise<Row[]>;
  readonly end: () => Promise<void>;
};
export type PostgresStore = FaultStore & { readonly server: PostgresForTests };

export const sqliteFile = (dataDir: string) => path.join(dataDir, "lento.sqlite");

export async function newSqliteStore(dataDir: string): Promise<FaultStore> {
  mkdirSync(dataDir, { recursive: true });
  return {
    env: {},
    rows: async () => {
      const database = new BetterSqlite3(sqliteFile(dataDir), { readonly: true });
      try {
        z.literal("ok").parse(database.pragma("integrity_check", { simple: true }));
        return z.array(Row).parse(database.prepare(QUERY).all());
      } finally {
        database.close();
      }
    },
    end: async () => {},
  };
}

export async function newPostgresStore(): Promise<PostgresStore> {
  const server = await startPostgres();
  const url = await server.newDatabase();
  const name = new URL(url).pathname.slice(1);
  return {
    server,
    env: { DATABASE_URL: url },
    rows: async () => z.array(Row).parse(await server.ask(QUERY, name)),
    end: server.end,
  };
}
