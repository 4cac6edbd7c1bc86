/** How many failed submissions open the solution. */
export const TRIES_BEFORE_SOLUTION = 3;

/** How a learner stands with an exercise. */
export type ExerciseStanding = {
  readonly passed: boolean;
  readonly failedTries: number;
  readonly surrendered: boolean;
};

/** How many more failed tries open the solution; 0 if it is open. A pass or giving up opens it at once. */
export function triesUntilSolution({ passed, failedTries, surrendered }: ExerciseStanding): number {
  return passed || surrendered ? 0 : Math.max(0, TRIES_BEFORE_SOLUTION - failedTries);
}
