import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { exerciseNamed } from "../exercise";
import { exercisesOf, type ExerciseFolder } from "../exercise-folders";

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

async function openWith(page: Page, exercise: ExerciseFolder, code: string) {
  await page.addInitScript(
    ([key, draft]) => {
      localStorage.setItem("lento:language", "python");
      localStorage.setItem(key ?? "", draft ?? "");
    },
    [`lento:draft:${exercise.page}:${exercise.id}:python`, code],
  );
  await page.goto(exercise.page);
  return exerciseNamed(page, exercise.title);
}

/** Checks it and waits for the verdict; an exercise may take as long as its author allows, twice on a busy machine. */
async function expectVerdict(page: Page, exercise: ExerciseFolder, code: string, fails: readonly Fails[]) {
  test.setTimeout(30_000 + 2 * exercise.timeoutMs);
  const onPage = await openWith(page, exercise, code);
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

for (const exercise of exercisesOf("content"))
  if (exercise.starterFails !== null) {
    const read = (file: string) => readFileSync(path.join(exercise.folder, file), "utf8");
    test(`${exercise.id}: the starter fails for the reason that its lesson names`, async ({ page }) => {
      await expectVerdict(
        page,
        exercise,
        read("starter.py"),
        exercise.starterFails === null ? [] : [exercise.starterFails],
      );
    });

    test(`${exercise.id}: the solution passes`, async ({ page }) => {
      await expectVerdict(page, exercise, read("solution.py"), []);
    });

    for (const answer of answersIn(exercise))
      test(`${exercise.id}: ${answer} fails, and is told why`, async ({ page }) => {
        const code = read(`wrong/${answer}`);
        expect(failsOf(code)).not.toEqual([]);
        await expectVerdict(page, exercise, code, failsOf(code));
      });
  }

test("every exercise that says how its starter fails has three wrong answers beside it, or more", () => {
  for (const exercise of exercisesOf("content"))
    if (exercise.starterFails !== null)
      expect(answersIn(exercise).length, exercise.id).toBeGreaterThanOrEqual(3);
});
