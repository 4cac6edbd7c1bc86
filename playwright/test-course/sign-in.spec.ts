import { expect, test, type Page } from "@playwright/test";
import { startProvider } from "@/app/api/sign-in/provider-for-tests";
import { browserArguments, browserPath } from "../find-browser";
import { startOwnServer } from "../own-server";
import { answerQuiz, quizOn } from "../quiz";

const PORT = 4314;
const PUBLIC_URL = `http://localhost:${PORT}`;

const executablePath = browserPath();
// People's browsers keep pages that were left as they stood; Playwright's is told not to.
test.use({
  launchOptions: {
    args: browserArguments,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

async function takeQuiz(page: Page, right: 0 | 1 | 2 | 3) {
  await page.goto("/quizzes/keeping");
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right });
  await quiz.submit.click();
  await expect(quiz.result).toContainText(`${right} of 3 points`);
}

/** From the page of one's progress to the provider, through its forms, and back. */
async function signIn(page: Page, { name }: { name: string }) {
  await page.goto("/progress");
  await page.getByRole("link", { name: /^Sign in through localhost/ }).click();
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("x");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "You are signed in" })).toBeVisible();
}

async function expectStanding(page: Page, standing: string) {
  const row = page.getByRole("row", { name: /Quiz: .*Keeping/ });
  if (!(await row.isVisible())) await page.getByText("As a table").click();
  await expect(row).toContainText(standing);
}

test("who signs in finds the work of all their browsers once, and leaves none of it in one they sign out of", async ({
  browser,
}, testInfo) => {
  const provider = await startProvider({ publicOrigin: PUBLIC_URL });
  const env = { ...provider.settings, PUBLIC_URL };
  const server = await startOwnServer({ port: PORT, dataDir: testInfo.outputPath("data"), env });
  try {
    const newPage = async () => (await browser.newContext({ baseURL: PUBLIC_URL })).newPage();
    const [home, school] = [await newPage(), await newPage()];
    await takeQuiz(home, 3);
    await signIn(home, { name: "ada" });
    await expectStanding(home, "best 3 of 3, taken once");

    await takeQuiz(school, 1);
    await signIn(school, { name: "ada" });
    await expectStanding(school, "best 3 of 3, taken 2 times");
    await home.reload();
    await expectStanding(home, "best 3 of 3, taken 2 times");

    await school.goto("/");
    await expect(school.getByText("Your best: 3 of 3, taken 2 times.")).toBeVisible();
    await school.goto("/progress");
    await school.getByRole("button", { name: "Sign out" }).click();
    await expect(school).toHaveURL("/");
    for (const address of [/\/progress$/, /:\d+\/$/]) {
      // A page that was kept as it stood is not loaded again, which is what `goBack` would wait for.
      await school.evaluate(() => history.back());
      await expect(school).toHaveURL(address);
      await expect(school.getByRole("link", { name: /^Begin with/ })).toBeVisible();
      await expect(school.getByText(/You are signed in|3 of 3/)).toHaveCount(0);
    }
    // Everywhere: the other browser is nobody's now, too.
    await home.goto("/progress");
    await expect(home.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
    await expectStanding(home, "not taken");
  } finally {
    await server.kill();
    await provider.close();
  }
});
