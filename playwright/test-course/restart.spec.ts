import { expect, test } from "@playwright/test";
import { startOwnServer } from "../own-server";
import { answerQuiz, quizOn } from "../quiz";

const PORT = 4313;

test("what was handed in is there again after the server was killed and the browser closed", async ({
  browser,
}, testInfo) => {
  const dataDir = testInfo.outputPath("data");
  const server = await startOwnServer({ port: PORT, dataDir });
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  await page.goto("/quizzes/keeping");
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  const kept = await context.storageState();
  await context.close();
  await server.kill();

  const again = await startOwnServer({ port: PORT, dataDir });
  const later = await browser.newContext({ baseURL: again.origin, storageState: kept });
  const home = await later.newPage();
  await home.goto("/");
  await expect(home.getByText("Your best: 3 of 3, taken once.")).toBeVisible();
  await later.close();
  const stranger = await browser.newContext({ baseURL: again.origin });
  const theirHome = await stranger.newPage();
  const asked = theirHome.waitForResponse("**/api/progress");
  await theirHome.goto("/");
  expect(await (await asked).json()).toEqual({ quizzes: {}, exercises: {}, reading: [] });
  await stranger.close();
  await again.kill();
});
