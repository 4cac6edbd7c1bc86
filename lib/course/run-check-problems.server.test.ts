import { afterEach, expect, test, vi } from "vitest";
import { checkContent } from "./check-content.server";
import { describeProblem } from "./content-problem";
import { EXERCISE, installCourse } from "./course-for-tests";

afterEach(() => vi.restoreAllMocks());

const EXERCISE_FILE = "content/01-loops/01-short/exercises/double/exercise.yaml";
const beside = (name: string) => EXERCISE_FILE.replace("exercise.yaml", name);

const problemsOf = async (changes: Record<string, string | null>) => {
  await installCourse(changes);
  return (await checkContent()).map(describeProblem);
};

const RUN = "- { id: quick, name: Quick, run:";

test("bounds on a run are no mistakes, and the starter may be said to fail by them", async () => {
  const check = `  ${RUN} { speedUpAtLeast: 2, waitingAtMost: 0.5, inFlightAtLeast: 2, why: too slow } }\n`;
  const source = EXERCISE.replace("hints:", `${check}hints:`);
  const fails = "starterFails: { check: quick, message: as fast }";
  expect(await problemsOf({ [EXERCISE_FILE]: `${source}${fails}\n` })).toEqual([]);
});

test.each([
  ["a run of which nothing is asked", "{ why: too slow }", "Say what passes: speedUpAtLeast"],
  ["a speed-up that is none", "{ speedUpAtLeast: 1 }", "speedUpAtLeast"],
  ["more copies than there may be", "{ inFlightAtLeast: 3, inFlightAtMost: 2 }", "must be below"],
  ["a bound that there is not", "{ inFlightAtLeast: 2, secondsAtMost: 2 }", "secondsAtMost"],
])("%s is reported", async (_, bounds, problem) => {
  const source = EXERCISE.replace("hints:", `  ${RUN} ${bounds} }\nhints:`);
  const [found, ...more] = await problemsOf({ [EXERCISE_FILE]: source });
  expect(found).toContain(`${EXERCISE_FILE}:5:`);
  expect(found).toContain(problem);
  expect(more).toEqual([]);
});

test("a bound on waiting is reported where the exercise is in JavaScript, too", async () => {
  const source = EXERCISE.replace("hints:", `  ${RUN} { waitingAtMost: 0.5 } }\nhints:`);
  expect(
    await problemsOf({ [EXERCISE_FILE]: source, [beside("starter.js")]: "", [beside("solution.js")]: "" }),
  ).toEqual([
    `${EXERCISE_FILE}:5:38: The check "quick" bounds waiting, which JavaScript's simulated clock does not tell from computing. Bound inFlightAtLeast or speedUpAtLeast instead, or leave the exercise to Python.`,
  ]);
});
