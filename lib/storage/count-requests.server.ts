import "server-only";
import type { Database } from "./database.server";

const MINUTE_MS = 60_000;

/** The minute in which this process last threw old counts away. */
let tidiedMinute = 0;

/** Counts one more request under each key within the minute of `now`; gives how many there are, by key. */
export async function countRequests(
  db: Database,
  { keys, now }: { keys: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  if (minute !== tidiedMinute) {
    tidiedMinute = minute;
    await db
      .deleteFrom("request_count")
      .where("minute", "<", minute - 1)
      .execute();
  }
  const rows = await db
    .insertInto("request_count")
    // In one order everywhere, so that two servers never wait for one another.
    .values(keys.toSorted().map((key) => ({ key, minute, requests: 1 })))
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet(({ eb, ref }) => ({
        minute,
        requests: eb
          .case()
          .when("request_count.minute", "=", minute)
          .then(eb(ref("request_count.requests"), "+", 1))
          .else(1)
          .end(),
      })),
    )
    .returning(["key", "requests"])
    .execute();
  return new Map(rows.map(({ key, requests }) => [key, requests]));
}
