import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { exerciseNamed } from "../exercise";
import { exercisesOf, type ExerciseFolder } from "../exercise-folders";
import { openWithSecondTab } from "../second-tab";

type Opened = Awaited<ReturnType<typeof openWithSecondTab>>;

/** What an answer has to be told: the message of one of the checks, or of the work. */
type Fails = { readonly check: string; readonly message: string };

/** Of JavaScript the server finds out by itself what it stores; of Python it believes the browser. */
const languages = [
  { language: "Python", extension: "py", trust: "reported" },
  { language: "JavaScript", extension: "js", trust: "verified" },
] as const;
type InLanguage = (typeof languages)[number];

const answersIn = ({ folder }: ExerciseFolder, { extension }: InLanguage) => {
  const wrong = path.join(folder, "wrong");
  if (!existsSync(wrong)) return [];
  return readdirSync(wrong)
    .filter((name) => name.endsWith(`.${extension}`))
    .toSorted();
};

/** What Node can run has all its answers tried there (`every-answer` and `every-python-answer`), so here only some. */
const ENOUGH = 2;
const tried = (exercise: ExerciseFolder, inLanguage: InLanguage) => {
  const answers = answersIn(exercise, inLanguage);
  const needsBrowser = inLanguage.extension === "py" && existsSync(path.join(exercise.folder, "check.py"));
  return needsBrowser ? answers : answers.slice(0, ENOUGH);
};

const failsOf = (code: string): Fails[] =>
  [...code.matchAll(/^(?:#|\/\/) fails: ([\w-]+): (.+)$/gm)].map(([, check = "", message = ""]) => ({
    check,
    message,
  }));

/** Checks it and waits for the verdict; an exercise may take as long as its author allows, twice on a busy machine. */
async function expectVerdict(
  { page, write }: Opened,
  exercise: ExerciseFolder,
  {
    code,
    verdict,
    trust,
    fails = [],
  }: { code: string; verdict: "passed" | "failed"; trust: InLanguage["trust"]; fails?: readonly Fails[] },
) {
  test.setTimeout(30_000 + 2 * exercise.timeoutMs);
  const onPage = exerciseNamed(page, exercise.title);
  await write(code);
  const handedIn = page.waitForResponse("**/api/submissions");
  await onPage.check.click();
  await expect(onPage.group).toHaveAttribute("data-verdict", verdict, {
    timeout: 10_000 + exercise.timeoutMs,
  });
  expect(await (await handedIn).json()).toMatchObject({ trust, verdict: { outcome: verdict } });
  await expect(onPage.group).toHaveAttribute("data-verdict", verdict);
  for (const { check, message } of fails) {
    const name = exercise.checkNames.get(check) ?? "";
    const told = onPage.checks.filter({ hasText: message });
    await expect(told.filter({ hasText: "Failed" }), `${check}: ${name}`).not.toHaveCount(0);
  }
  await expect(onPage.told("found something else than your browser")).toHaveCount(0);
}

/** All tries of an exercise are made on one page, as a learner's are. */
for (const exercise of exercisesOf("content"))
  for (const inLanguage of languages) {
    const { language, extension, trust } = inLanguage;
    const { starterFails } = exercise;
    const read = (file: string) => readFileSync(path.join(exercise.folder, file), "utf8");
    const answers = tried(exercise, inLanguage);
    if (answers.length === 0) continue;

    test.describe(`${exercise.id} in ${language}`, () => {
      let opened: Opened;
      test.beforeAll(async ({ browser, baseURL }) => {
        opened = await openWithSecondTab(browser, { ...(baseURL && { baseURL }), ...exercise, language });
      });
      test.afterAll(() => opened.close());

      test("the starter fails, and for the reason that its lesson names", () =>
        expectVerdict(opened, exercise, {
          code: read(`starter.${extension}`),
          verdict: "failed",
          trust,
          fails: starterFails === null ? [] : [starterFails],
        }));

      test("the solution passes", () =>
        expectVerdict(opened, exercise, { code: read(`solution.${extension}`), verdict: "passed", trust }));

      for (const answer of answers)
        test(`${answer} fails, and is told why`, async () => {
          const code = read(`wrong/${answer}`);
          expect(failsOf(code)).not.toEqual([]);
          await expectVerdict(opened, exercise, { code, verdict: "failed", trust, fails: failsOf(code) });
        });
    });
  }

test("every exercise that says how its starter fails has three wrong answers beside it, or more", () => {
  for (const exercise of exercisesOf("content"))
    if (exercise.starterFails !== null)
      expect(
        languages.flatMap((language) => answersIn(exercise, language)).length,
        exercise.id,
      ).toBeGreaterThanOrEqual(3);
});
