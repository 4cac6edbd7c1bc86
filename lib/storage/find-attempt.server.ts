import "server-only";
import { Verdict } from "@/lib/quiz/verdict";
import type { Database } from "./database.server";
import { type Repeat, repeatOf } from "./repeat.server";

/** What is known of an attempt before it is graded. */
export type AttemptClaim = { readonly id: string; readonly learner: string; readonly payloadHash: string };

export type FoundAttempt =
  | { readonly status: "same"; readonly verdict: Verdict }
  | { readonly status: Exclude<Repeat, "same"> };

/** The attempt under this id, as far as the claimant may know it; null if there is none. */
export async function findAttempt(db: Database, claim: AttemptClaim): Promise<FoundAttempt | null> {
  const row = await db
    .selectFrom("attempt")
    .select(["learner", "payload_hash", "verdict"])
    .where("id", "=", claim.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const status = repeatOf(row, claim);
  return status === "same" ? { status, verdict: Verdict.parse(JSON.parse(row.verdict)) } : { status };
}
