import type { PromisedFailure } from "@/lib/course/wrong-answer";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";

/** Whether a check, or a criterion about work, fails with the message that a wrong answer promises. */
export function isTold(
  { checks, work, growth }: ExerciseVerdict,
  { check, message }: PromisedFailure,
): boolean {
  const criteria = { work, growth };
  const judged =
    check === "work" || check === "growth" ? [criteria[check]] : checks.filter(({ id }) => id === check);
  return judged.some(
    (verdict) =>
      verdict !== null && verdict.outcome !== "passed" && verdict.message?.includes(message) === true,
  );
}
