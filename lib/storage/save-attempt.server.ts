import "server-only";
import type { Mode } from "@/lib/quiz/drawn";
import type { Verdict } from "@/lib/quiz/verdict";
import type { Database } from "./database.server";
import { type AttemptClaim, findAttempt, type FoundAttempt } from "./find-attempt.server";
import { saveLearner } from "./save-learner.server";

export type NewAttempt = AttemptClaim & {
  readonly quiz: string;
  readonly drawId: string;
  readonly mode: Mode;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly verdict: Verdict;
  readonly now: Date;
};

export type SavedAttempt = { readonly status: "saved"; readonly verdict: Verdict } | FoundAttempt;

/** Stores an attempt once. If its id is taken, tells what is there instead and changes nothing. */
export async function saveAttempt(db: Database, attempt: NewAttempt): Promise<SavedAttempt> {
  await saveLearner(db, attempt);
  const inserted = await db
    .insertInto("attempt")
    .values(rowOf(attempt))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return { status: "saved", verdict: attempt.verdict };
  const first = await findAttempt(db, attempt);
  if (first === null) throw new Error(`The attempt ${attempt.id} was neither stored nor found.`);
  return first;
}

const rowOf = ({ id, learner, payloadHash, quiz, drawId, mode, answers, verdict, now }: NewAttempt) => ({
  id,
  learner,
  quiz,
  draw_id: drawId,
  mode,
  payload_hash: payloadHash,
  answers: JSON.stringify(answers),
  verdict: JSON.stringify(verdict),
  rubric_version: verdict.rubricVersion,
  score: verdict.score,
  out_of: verdict.outOf,
  created_at: now.toISOString(),
});
