import "server-only";
import type { Database } from "./database.server";
import { findAttempt } from "./find-attempt.server";
import { type QuizTries, quizTries } from "./quiz-history.server";
import { type NewAttempt, saveAttempt, type SavedAttempt } from "./save-attempt.server";
import { holdLearner } from "./save-learner.server";

/**
 * Stores an attempt once, as `saveAttempt`, unless `closedBy` gives a reason against it. The learner's attempts are looked
 * at and stored one by one, whichever server each comes to, so that many sent at once are not more than may be taken.
 */
export async function saveCountedAttempt<Reason>(
  db: Database,
  { attempt, closedBy }: { attempt: NewAttempt; closedBy: (tries: QuizTries) => Reason | null },
): Promise<SavedAttempt | { readonly status: "closed"; readonly reason: Reason }> {
  return db.transaction().execute(async (transaction) => {
    await holdLearner(transaction, attempt);
    const found = await findAttempt(transaction, attempt);
    if (found !== null) return found;
    const reason = closedBy(await quizTries(transaction, attempt));
    return reason === null ? saveAttempt(transaction, attempt) : { status: "closed", reason };
  });
}
