import "server-only";
import { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { Database } from "./database.server";
import { type Repeat, repeatOf } from "./repeat.server";
import type { Trust } from "./schema.server";

/** What is known of a submission before it is graded. */
export type SubmissionClaim = { readonly id: string; readonly learner: string; readonly payloadHash: string };

export type FoundSubmission =
  | { readonly status: "same"; readonly verdict: ExerciseVerdict; readonly trust: Trust }
  | { readonly status: Exclude<Repeat, "same"> };

/** The submission under this id, as far as the claimant may know it; null if there is none. */
export async function findSubmission(db: Database, claim: SubmissionClaim): Promise<FoundSubmission | null> {
  const row = await db
    .selectFrom("submission")
    .select(["learner", "payload_hash", "verdict", "trust"])
    .where("id", "=", claim.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const status = repeatOf(row, claim);
  if (status !== "same") return { status };
  return { status, verdict: ExerciseVerdict.parse(JSON.parse(row.verdict)), trust: row.trust };
}
