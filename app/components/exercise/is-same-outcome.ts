import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";

/** Whether two verdicts pass the same: all in all, check by check, the work and its growth. How a failure is told may differ. */
export const isSameOutcome = (one: ExerciseVerdict, other: ExerciseVerdict) =>
  JSON.stringify(passedOf(one)) === JSON.stringify(passedOf(other));

const passedOf = ({ outcome, checks, work, growth }: ExerciseVerdict) => [
  outcome,
  work?.outcome === "passed",
  growth?.outcome === "passed",
  checks
    .filter((check) => check.outcome === "passed")
    .map(({ id }) => id)
    .toSorted(),
];
