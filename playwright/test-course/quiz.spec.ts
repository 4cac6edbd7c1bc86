import { expect, test } from "@playwright/test";
import { answerQuiz, quizOn } from "../quiz";

const QUIZ = "/quizzes/keeping";

test("a quiz is graded question by question, and the best result stands on the course's page", async ({
  page,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 2 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^2 of 3 points\./);
  await expect(quiz.result).toBeFocused();
  await expect(quiz.questions.filter({ hasText: "Who keeps a watch?" })).toContainText("Wrong");
  await expect(quiz.questions.filter({ hasText: "What is lit first?" })).toContainText("Right");
  await expect(quiz.option("The lamp")).toBeDisabled();
  await quiz.again.click();
  await answerQuiz(quiz, { right: 1 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^1 of 3 points\./);
  await page.goto("/");
  await expect(page.getByText("Your best: 2 of 3, taken 2 times.")).toBeVisible();
});

test("a question not answered is told before, and counts nothing after", async ({ page }) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await expect(quiz.notice).toHaveText("3 questions are still open.");
  await quiz.option("The lamp").check();
  await expect(quiz.notice).toHaveText("2 questions are still open.");
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^1 of 3 points\./);
  await expect(quiz.form.getByText("Not answered")).toHaveCount(2);
});

test("answers survive a reload before they are handed in", async ({ page }) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  const asked = await quiz.questions.allInnerTexts();
  await page.reload();
  for (const option of ["The lamp", "40", "Ida", "Grace"]) await expect(quiz.option(option)).toBeChecked();
  expect(await quiz.questions.allInnerTexts()).toEqual(asked);
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
});

test("what was graded can be looked at again after a reload, and what is begun meanwhile stays", async ({
  page,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 2 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^2 of 3 points\./);
  await quiz.again.click();
  await expect(quiz.form.getByText("Last time: 2 of 3 points.")).toBeVisible();
  await page.reload();
  await expect(quiz.form.getByText("Last time: 2 of 3 points.")).toBeVisible();
  await quiz.option("The stove").check();
  await quiz.form.getByRole("button", { name: "Look at it again" }).click();
  await expect(quiz.result).toBeFocused();
  await expect(quiz.result).toHaveText(/^2 of 3 points\./);
  await expect(quiz.questions.filter({ hasText: "Who keeps a watch?" })).toContainText("Wrong");
  await expect(quiz.option("The lamp")).toBeChecked();
  await expect(quiz.option("The lamp")).toBeDisabled();
  await quiz.form.getByRole("button", { name: "Back to the questions" }).click();
  await expect(quiz.form).toBeFocused();
  await expect(quiz.option("The stove")).toBeChecked();
  await expect(quiz.option("The stove")).toBeEnabled();
  await expect(quiz.submit).toBeEnabled();
});

test("handed in twice by an impatient finger, an attempt counts once", async ({ page }) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await quiz.submit.dblclick();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  await page.goto("/");
  await expect(page.getByText("Your best: 3 of 3, taken once.")).toBeVisible();
});
