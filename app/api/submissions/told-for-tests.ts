import type { PromisedFailure } from "@/lib/course/wrong-answer";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";

/** Whether a check fails with the message that a wrong answer promises. What is told of work is the page's sentence, which the journeys read. */
export const isToldByCheck = ({ checks }: ExerciseVerdict, { check, message }: PromisedFailure) =>
  checks.some(
    ({ id, outcome, message: told }) =>
      id === check && outcome === "failed" && told?.includes(message) === true,
  );
