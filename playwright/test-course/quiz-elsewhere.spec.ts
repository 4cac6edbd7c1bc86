import { expect, test, type Page } from "@playwright/test";
import { answerQuiz, quizOn } from "../quiz";
import { expectWork, saving } from "../work-state";

const QUIZ = "/quizzes/keeping";

/** The same learner, on a device that has nothing yet. */
async function onAnotherDevice(page: Page) {
  const browser = page.context().browser();
  if (browser === null) throw new Error("The page has no browser.");
  const cookies = await page.context().cookies();
  const context = await browser.newContext({
    storageState: { cookies, origins: [] },
    baseURL: new URL(page.url()).origin,
  });
  return context.newPage();
}

test("a quiz that was begun is gone on with on another device, where the first one finds it handed in", async ({
  page,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await quiz.option("The lamp").check();
  await expectWork(page, "saved");
  const asked = await quiz.questions.getByRole("paragraph").first().textContent();

  const train = await onAnotherDevice(page);
  await train.goto(QUIZ);
  const there = quizOn(train);
  await expect(there.notice).toHaveText(/^You began this on another device\./);
  await expect(there.option("The lamp")).toBeChecked();
  expect(await there.questions.getByRole("paragraph").first().textContent()).toBe(asked);
  await answerQuiz(there, { right: 3 });
  await there.submit.click();
  await expect(there.result).toHaveText(/^3 of 3 points\./);
  await expectWork(train, "saved");

  await page.reload();
  const offered = quiz.form.getByRole("status").filter({ hasText: "You handed this quiz in" });
  await expect(quiz.option("The lamp")).toBeChecked();
  await offered.getByRole("button", { name: "Begin anew" }).click();
  await expect(offered).toBeHidden();
  await expect(quiz.option("The lamp")).not.toBeChecked();
  await page.goto("/");
  await expect(page.getByText("Your best: 3 of 3, taken once.")).toBeVisible();
  await train.context().close();
});

test("two devices that answer the same quiz are offered each other's answers, and nothing is written over", async ({
  page,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await quiz.option("The lamp").check();
  await expectWork(page, "saved");
  const train = await onAnotherDevice(page);
  await train.goto(QUIZ);
  const there = quizOn(train);
  await expect(there.option("The lamp")).toBeChecked();
  await saving(train, () => there.option("40").check());

  await quiz.option("The stove").check();
  await expectWork(page, "1 to decide");
  await expect(quiz.option("The stove")).toBeChecked();
  const offered = quiz.form.getByRole("status").filter({ hasText: "2 questions are answered there" });
  await offered.getByRole("button", { name: "Go on with those answers" }).click();
  await expect(quiz.option("The lamp")).toBeChecked();
  await expect(quiz.option("40")).toBeChecked();
  await expect(offered).toBeHidden();
  await expectWork(page, "saved");
  await train.context().close();
});
