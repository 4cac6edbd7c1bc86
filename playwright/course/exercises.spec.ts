import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { exerciseNamed } from "../exercise";
import { exercisesOf, type ExerciseFolder } from "../exercise-folders";
import { openWithSecondTab } from "../second-tab";

type Opened = Awaited<ReturnType<typeof openWithSecondTab>>;

/** What an answer has to be told: the message of one of the checks, or of the work. */
type Fails = { readonly check: string; readonly message: string };

const answersIn = ({ folder }: ExerciseFolder) => {
  const wrong = path.join(folder, "wrong");
  return existsSync(wrong) ? readdirSync(wrong).toSorted() : [];
};

const failsOf = (code: string): Fails[] =>
  [...code.matchAll(/^# fails: ([\w-]+): (.+)$/gm)].map(([, check = "", message = ""]) => ({
    check,
    message,
  }));

/** Checks it and waits for the verdict; an exercise may take as long as its author allows, twice on a busy machine. */
async function expectVerdict(
  { page, write }: Opened,
  exercise: ExerciseFolder,
  code: string,
  fails: readonly Fails[],
) {
  test.setTimeout(30_000 + 2 * exercise.timeoutMs);
  const onPage = exerciseNamed(page, exercise.title);
  await write(code);
  await onPage.check.click();
  await expect(onPage.group).toHaveAttribute("data-verdict", fails.length === 0 ? "passed" : "failed", {
    timeout: 10_000 + exercise.timeoutMs,
  });
  for (const { check, message } of fails) {
    const name = exercise.checkNames.get(check) ?? "";
    const told = onPage.checks.filter({ hasText: message });
    await expect(told.filter({ hasText: "Failed" }), `${check}: ${name}`).not.toHaveCount(0);
  }
}

/** All tries of an exercise are made on one page, as a learner's are. */
for (const exercise of exercisesOf("content")) {
  const { starterFails } = exercise;
  if (starterFails === null) continue;
  const read = (file: string) => readFileSync(path.join(exercise.folder, file), "utf8");

  test.describe(exercise.id, () => {
    let opened: Opened;
    test.beforeAll(async ({ browser, baseURL }) => {
      opened = await openWithSecondTab(browser, { ...(baseURL && { baseURL }), ...exercise });
    });
    test.afterAll(() => opened.close());

    test("the starter fails for the reason that its lesson names", () =>
      expectVerdict(opened, exercise, read("starter.py"), [starterFails]));

    test("the solution passes", () => expectVerdict(opened, exercise, read("solution.py"), []));

    for (const answer of answersIn(exercise))
      test(`${answer} fails, and is told why`, async () => {
        const code = read(`wrong/${answer}`);
        expect(failsOf(code)).not.toEqual([]);
        await expectVerdict(opened, exercise, code, failsOf(code));
      });
  });
}

test("every exercise that says how its starter fails has three wrong answers beside it, or more", () => {
  for (const exercise of exercisesOf("content"))
    if (exercise.starterFails !== null)
      expect(answersIn(exercise).length, exercise.id).toBeGreaterThanOrEqual(3);
});
