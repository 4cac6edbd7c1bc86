import path from "node:path";
import { expect, test } from "@playwright/test";
import BetterSqlite3 from "better-sqlite3";
import { startOwnServer } from "../own-server";
import { answerQuiz, quizOn } from "../quiz";

const PORT = 4314;

/** As if everything had been handed in a day earlier. */
function letADayPass(dataDir: string) {
  const sqlite = new BetterSqlite3(path.join(dataDir, "lento.sqlite"));
  const format = "%Y-%m-%dT%H:%M:%fZ";
  sqlite.prepare("update attempt set created_at = strftime(?, created_at, '-1 day')").run(format);
  sqlite.close();
}

test("what was missed comes back on the course's page the next day, and is gone when it is answered", async ({
  browser,
}, testInfo) => {
  const dataDir = testInfo.outputPath("data");
  const server = await startOwnServer({ port: PORT, dataDir });
  try {
    const context = await browser.newContext({ baseURL: server.origin });
    const page = await context.newPage();
    await page.goto("/quizzes/keeping");
    const quiz = quizOn(page);
    await answerQuiz(quiz, { right: 1 });
    await quiz.submit.click();
    await expect(quiz.result).toHaveText(/^1 of 3 points\./);
    letADayPass(dataDir);

    await page.goto("/");
    const today = page.getByRole("region", { name: "Today’s five" });
    await expect(today).toContainText("2 questions that you missed");
    await today.getByRole("button", { name: "Answer them" }).click();
    for (const [index, button] of ["Next question", "Finish"].entries()) {
      await expect(today.getByRole("group")).toContainText(`Question ${index + 1} of 2`);
      const asksForFog = (await today.getByRole("group").textContent())?.includes("blasts");
      for (const option of asksForFog ? ["40"] : ["Ida", "Grace"])
        await today.getByLabel(new RegExp(`^${option}`)).check();
      await today.getByRole("button", { name: "Check answer" }).click();
      await expect(today.getByRole("status")).toHaveText(/^Right\./);
      await today.getByRole("button", { name: button }).click();
    }
    await expect(today).toContainText("2 of 2 right");
    await today.getByRole("button", { name: "Done for now" }).click();
    await expect(today).toHaveCount(0);
    await context.close();
  } finally {
    await server.kill();
  }
});
