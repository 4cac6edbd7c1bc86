import "server-only";
import type { Database } from "./database.server";

/** Where a learner is in a lesson. `furthest` is a share, 0 to 1; `at` is ISO 8601 in UTC. */
export type ReadingPosition = {
  readonly lesson: string;
  readonly heading: string;
  readonly furthest: number;
  readonly at: string;
};

/** The learner's place in every lesson begun, the one read last first. */
export async function readingPositions(
  db: Database,
  { learner }: { learner: string },
): Promise<readonly ReadingPosition[]> {
  return db
    .selectFrom("reading")
    .select(["lesson", "heading", "furthest", "updated_at as at"])
    .where("learner", "=", learner)
    .orderBy("updated_at", "desc")
    .execute();
}
