import { expect, test, type Page } from "@playwright/test";
import { answerQuiz, quizOn } from "../quiz";

const QUIZ = "/quizzes/keeping";

/** Attempts reach the server, and its answers are lost on the way back. */
const loseAnswers = (page: Page, times: number) =>
  page.route(
    "**/api/attempts",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times },
  );

async function expectTakenOnce(page: Page) {
  await page.goto("/");
  await expect(page.getByText("Your best: 3 of 3, taken once.")).toBeVisible();
}

test("handed in without a connection, answers wait on the device and go out once it is back", async ({
  page,
  context,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await context.setOffline(true);
  await quiz.submit.click();
  await expect(quiz.notice).toHaveText(/^There is no connection\./);
  await context.setOffline(false);
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  await expectTakenOnce(page);
});

test("when the server's answer is lost, what was handed in goes out again by itself and counts once", async ({
  page,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await loseAnswers(page, 1);
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  await expectTakenOnce(page);
});

test("when the server's answers are lost and the page reloaded, what was handed in is graded, once", async ({
  page,
}) => {
  await page.goto(QUIZ);
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await loseAnswers(page, 100);
  await quiz.submit.click();
  await expect(quiz.notice).toHaveText(/^There is no connection\./);
  await expect(quiz.option("The lamp")).toBeDisabled();
  await page.unroute("**/api/attempts");
  await page.reload();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  await expectTakenOnce(page);
});

test("questions that could not be fetched are told, and asked for again", async ({ page }) => {
  await page.route("**/api/quizzes/keeping/draw", (route) => route.abort(), { times: 1 });
  await page.goto(QUIZ);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("there is no connection");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(quizOn(page).questions).toHaveCount(3);
});
