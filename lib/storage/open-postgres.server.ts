import "server-only";
import { Kysely, PostgresDialect } from "kysely";
import { Pool, type PoolConfig } from "pg";
import { migrate } from "./migrations.server";
import type { Schema } from "./schema.server";

/** Of each process: PostgreSQL allows a hundred in all when nothing else is said. */
const CONNECTIONS = 10;
/** How long a request waits for a free connection; longer, and it is answered 503. */
const CONNECTION_TIMEOUT_MS = 2_000;
/** No statement of ours takes a hundredth of it: past this the database is in trouble. */
const STATEMENT_TIMEOUT_MS = 5_000;

/** Opens the PostgreSQL database at `url` and migrates it; of several processes one migrates, the others wait for it. */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  // A migration may take its time, and so may the wait for one.
  const migrating = kyselyOver({ connectionString: url, max: 1 });
  try {
    await migrate(migrating);
  } finally {
    await migrating.destroy();
  }
  return kyselyOver({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // Answers that never come: a server whose machine is gone.
    query_timeout: 2 * STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  });
}

function kyselyOver(config: PoolConfig): Kysely<Schema> {
  const pool = new Pool({ application_name: "lento", ...config });
  // Connections that were lost, in use or not: their next statement is told what is wrong. Unheard, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
