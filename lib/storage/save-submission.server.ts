import "server-only";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { Evidence } from "@/lib/run/evidence";
import type { SubmittedLanguage } from "@/lib/run/submitted-language";
import type { Database } from "./database.server";
import { findSubmission, type FoundSubmission, type SubmissionClaim } from "./find-submission.server";
import { saveLearner } from "./save-learner.server";
import type { Trust } from "./schema.server";

export type NewSubmission = SubmissionClaim & {
  readonly exercise: string;
  readonly language: SubmittedLanguage;
  readonly code: string;
  readonly evidence: Evidence;
  readonly verdict: ExerciseVerdict;
  readonly trust: Trust;
  readonly now: Date;
};

export type SavedSubmission =
  | { readonly status: "saved"; readonly verdict: ExerciseVerdict; readonly trust: Trust }
  | FoundSubmission;

/** Stores a submission once. If its id is taken, tells what is there instead and changes nothing. */
export async function saveSubmission(db: Database, submission: NewSubmission): Promise<SavedSubmission> {
  await saveLearner(db, submission);
  const inserted = await db
    .insertInto("submission")
    .values(rowOf(submission))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  const { verdict, trust } = submission;
  if (inserted.numInsertedOrUpdatedRows === 1n) return { status: "saved", verdict, trust };
  const first = await findSubmission(db, submission);
  if (first === null) throw new Error(`The submission ${submission.id} was neither stored nor found.`);
  return first;
}

const rowOf = ({ payloadHash, evidence, verdict, now, ...submission }: NewSubmission) => ({
  id: submission.id,
  learner: submission.learner,
  exercise: submission.exercise,
  language: submission.language,
  code: submission.code,
  payload_hash: payloadHash,
  evidence: JSON.stringify(evidence),
  verdict: JSON.stringify(verdict),
  trust: submission.trust,
  passed: verdict.outcome === "passed" ? (1 as const) : (0 as const),
  created_at: now.toISOString(),
});
