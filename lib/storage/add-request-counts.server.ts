import "server-only";
import { sql } from "kysely";
import type { Database } from "./database.server";

/** Requests within one minute, counted from 1970, by whom they came from. */
export type RequestCounts = { readonly minute: number; readonly counts: ReadonlyMap<string, number> };

/** Adds what one server has counted to what all have; gives the totals of the same keys. Older minutes are thrown away. */
export async function addRequestCounts(
  db: Database,
  { minute, counts }: RequestCounts,
): Promise<ReadonlyMap<string, number>> {
  if (counts.size === 0) return new Map();
  await db.deleteFrom("request_count").where("minute", "<", minute).execute();
  const added = [...counts].map(([key, requests]) => ({ key, minute, requests }));
  const rows = await db
    .insertInto("request_count")
    // In one order everywhere, so that two servers never wait for one another.
    .values(added.toSorted((one, other) => (one.key < other.key ? -1 : 1)))
    .onConflict((conflict) =>
      conflict.columns(["key", "minute"]).doUpdateSet({
        requests: sql<number>`request_count.requests + excluded.requests`,
      }),
    )
    .returning(["key", "requests"])
    .execute();
  return new Map(rows.map(({ key, requests }) => [key, requests]));
}
