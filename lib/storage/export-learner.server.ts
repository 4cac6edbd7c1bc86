import "server-only";
import type { Database } from "./database.server";
import { learnerTables } from "./learner-tables.server";

const JSON_COLUMNS: ReadonlySet<string> = new Set(["answers", "evidence", "verdict"]);
/** They say nothing of the learner, and a code's hash is the server's secret. */
const LEFT_OUT: ReadonlySet<string> = new Set(["learner", "code_hash", "payload_hash"]);

type Row = Readonly<Record<string, unknown>>;

/** Everything that is stored of a learner, by table. */
export async function exportLearner(
  db: Database,
  { learner }: { learner: string },
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const tables: Record<string, readonly Row[]> = {};
  for (const table of learnerTables) {
    const rows = await db.selectFrom(table).selectAll().where("learner", "=", learner).execute();
    tables[table] = rows.map(readable);
  }
  return tables;
}

const readable = (row: object): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !LEFT_OUT.has(column))
      .map(([column, value]) => [column, JSON_COLUMNS.has(column) ? JSON.parse(String(value)) : value]),
  );
