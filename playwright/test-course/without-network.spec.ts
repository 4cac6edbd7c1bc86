import { expect, test, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, runToEnd } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";
import { checkUntil, exerciseNamed, solutionIn } from "../exercise";
import { answerQuiz, quizOn } from "../quiz";
import { expectWork } from "../work-state";

test.use({ serviceWorkers: "allow" });

/** The worker of the site is there, and has kept the page at this address. */
const untilKept = (page: Page, path: string) =>
  expect
    .poll(() =>
      page.evaluate(
        async (address) => (await caches.match(address, { ignoreVary: true })) !== undefined,
        path,
      ),
    )
    .toBe(true);

test("a lesson that was visited opens, and runs Python, without a network", async ({ page, context }) => {
  await page.goto("/");
  await untilKept(page, "/");
  await page.getByRole("link", { name: /First light/ }).click();
  await runToEnd(cellNamed(page, "Light the lamp"));
  await untilKept(page, "/lessons/keeping/first-light");
  await context.setOffline(true);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await runToEnd(cellNamed(page, "Light the lamp"));
  await expect(cellNamed(page, "Light the lamp").output).toHaveText("lamp at 3");
  await page.goto("/lessons/storms/high-water");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No connection");
  await page.getByRole("link", { name: "To the course" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The lighthouse");
});

test("answers given and handed in without a network survive reloads and arrive once", async ({
  page,
  context,
}) => {
  await page.goto("/quizzes/keeping");
  const quiz = quizOn(page);
  await expect(quiz.questions).toHaveCount(3);
  await untilKept(page, "/quizzes/keeping");
  await context.setOffline(true);
  await answerQuiz(quiz, { right: 3 });
  await page.reload();
  for (const option of ["The lamp", "40", "Ida", "Grace"]) await expect(quiz.option(option)).toBeChecked();
  await quiz.submit.click();
  await expectWork(page, "offline, 1 waiting");
  await page.reload();
  await expect(quiz.notice).toHaveText(/^There is no connection\./);
  await context.setOffline(false);
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  await expectWork(page, "saved");
  await page.goto("/");
  await expect(page.getByText("Your best: 3 of 3, taken once.")).toBeVisible();
});

test("the worker keeps no question and no verdict", async ({ page }) => {
  await page.goto("/quizzes/keeping");
  const quiz = quizOn(page);
  await untilKept(page, "/quizzes/keeping");
  await page.reload();
  await answerQuiz(quiz, { right: 3 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  const keptNow = () =>
    page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) {
          const response = await caches.match(request, { ignoreVary: true });
          found.push(`${new URL(request.url).pathname} ${await response?.text()}`);
        }
      return found;
    });
  await expect
    .poll(async () => (await keptNow()).some((each) => each.startsWith("/quizzes/keeping ")))
    .toBe(true);
  const kept = await keptNow();
  expect(kept.filter((each) => each.startsWith("/api") || each.includes("What is lit first?"))).toEqual([]);
});

const SIGNALS = "/lessons/keeping/signals";
const FOG_HORN = "playwright/content/02-keeping/02-signals/exercises/fog-horn";

/** The exercise's page, kept, with the right answer in it and the network gone. */
async function answerWithoutNetwork(page: Page, language: "Python" | "JavaScript") {
  await allowClipboard(page);
  await page.goto("/");
  // From here on the worker sees all that is fetched.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(SIGNALS);
  await untilKept(page, SIGNALS);
  const horn = exerciseNamed(page, "The fog horn");
  await chooseLanguage(horn, language);
  await checkUntil(horn, "failed");
  await openEditor(horn);
  await pasteOver(horn, solutionIn(FOG_HORN, language));
  await expectWork(page, "saved");
  await page.context().setOffline(true);
  await horn.check.click();
  await expect(horn.told("Offline: only the visible checks were run.")).toBeVisible();
  return horn;
}

async function expectPassedIn(page: Page, language: string) {
  // It is on the device, and sent from this page, too, which asked for the progress before.
  await expect(async () => {
    await page.goto("/progress");
    await page.getByText("As a table").click();
    const row = page.getByRole("row", { name: /The fog horn/ });
    await expect(row).toContainText(`passed in ${language}`, { timeout: 2_000 });
  }).toPass();
}

test("JavaScript that was checked without a network is handed in from whichever page is open when it is back", async ({
  page,
  context,
}) => {
  await answerWithoutNetwork(page, "JavaScript");
  await expectWork(page, "offline, 1 waiting");
  await page.goto("/");
  await context.setOffline(false);
  await expectWork(page, "saved");
  await expectPassedIn(page, "JavaScript");
});

test("Python that was checked without a network is checked to the end when its page is open and the network back", async ({
  page,
  context,
}) => {
  const horn = await answerWithoutNetwork(page, "Python");
  await page.reload();
  await page.getByRole("button", { name: "Your work" }).click();
  await expect(page.getByRole("list", { name: "Yours to finish" })).toContainText(
    "“The fog horn” could not be checked to the end.",
  );
  await page.keyboard.press("Escape");
  await context.setOffline(false);
  await expect(horn.group).toHaveAttribute("data-verdict", "passed");
  await expect(horn.checks.filter({ hasText: "Passed: A month makes" })).toHaveCount(1);
  await expectPassedIn(page, "Python");
});
