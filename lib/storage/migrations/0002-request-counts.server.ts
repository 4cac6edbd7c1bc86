import "server-only";
import type { Kysely } from "kysely";

/** How many requests came from whom within a minute. */
export async function requestCounts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("request_count")
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("minute", "integer", (column) => column.notNull())
    .addColumn("requests", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("request_count_key", ["minute", "key"])
    .execute();
}
