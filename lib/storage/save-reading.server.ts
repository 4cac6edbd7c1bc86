import "server-only";
import type { Database } from "./database.server";
import { saveLearner } from "./save-learner.server";

export type NewReading = {
  readonly learner: string;
  /** `<module>/<lesson>` */
  readonly lesson: string;
  /** The heading last in view. */
  readonly heading: string;
  /** The share of the lesson's headings seen, 0 to 1; the largest ever is kept. */
  readonly furthest: number;
  readonly now: Date;
};

/** Notes where a learner is in a lesson. */
export async function saveReading(
  db: Database,
  { learner, lesson, heading, furthest, now }: NewReading,
): Promise<void> {
  await saveLearner(db, { learner, now });
  const updated_at = now.toISOString();
  await db
    .insertInto("reading")
    .values({ learner, lesson, heading, furthest, updated_at })
    .onConflict((conflict) =>
      conflict.columns(["learner", "lesson"]).doUpdateSet(({ case: choose, ref }) => ({
        heading,
        updated_at,
        furthest: choose()
          .when("reading.furthest", ">", furthest)
          .then(ref("reading.furthest"))
          .else(furthest)
          .end(),
      })),
    )
    .execute();
}
