import { expect, test } from "@playwright/test";
import { chooseLanguage, languageNames } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";
import { checkUntil, exerciseNamed, solutionIn } from "../exercise";

const LESSON = "/lessons/keeping/signals";
const FOLDER = "playwright/content/02-keeping/02-signals/exercises/fog-horn";
const CRATES = "playwright/content/02-keeping/03-workshop/exercises/crates";
const NEWCOMERS = "playwright/content/02-keeping/03-workshop/exercises/newcomers";

test.beforeEach(async ({ page }) => {
  await page.goto(LESSON);
});

for (const language of languageNames) {
  test(`in ${language} the starter is right and fails for its work alone`, async ({ page }) => {
    const horn = exerciseNamed(page, "The fog horn");
    await chooseLanguage(horn, language);
    await expect(horn.checks.filter({ hasText: "A month makes" })).toHaveCount(0);
    await checkUntil(horn, "failed");
    await expect(horn.checks).toHaveCount(5);
    await expect(horn.checks.filter({ hasText: "Passed: A month makes" })).toHaveCount(1);
    await expect(horn.checks.filter({ hasText: "Failed" })).toHaveText(/Failed: Does at most a fifth.*100 %/);
    await expect(horn.told("Not passed yet.")).toBeVisible();
  });

  test(`in ${language} the author's solution, pasted in, passes and is kept by the server`, async ({
    page,
  }) => {
    await allowClipboard(page);
    const horn = exerciseNamed(page, "The fog horn");
    await chooseLanguage(horn, language);
    await openEditor(horn);
    await pasteOver(horn, solutionIn(FOLDER, language));
    const handedIn = page.waitForResponse("**/api/submissions");
    await checkUntil(horn, "passed");
    await expect(horn.told("Passed.")).toBeVisible();
    expect((await handedIn).status()).toBe(201);
    await page.keyboard.press("End");
    await horn.editor.press("Space");
    await expect(horn.told("You have changed the code since.")).toBeVisible();
  });
}

for (const language of languageNames)
  test(`in ${language} work that grows too fast fails with its class, its counts and the line that does most of it`, async ({
    page,
  }) => {
    await allowClipboard(page);
    await page.goto("/lessons/keeping/workshop");
    const log = exerciseNamed(page, "The newcomers");
    await chooseLanguage(log, language);
    const handedIn = page.waitForResponse("**/api/submissions");
    await checkUntil(log, "failed");
    const growth = log.checks.filter({ hasText: "Twice as many ships" });
    await expect(growth).toContainText("Failed");
    await expect(growth).toContainText(
      "grows as O(n²), and the target is O(n): the whole log is read again for",
    );
    await expect(growth).toContainText(/ for n = 8, [\d,]+ for n = 128 \(counted\) where 2,000 do/);
    await expect(growth).toContainText("Most of the work is on line 4");
    const told = await growth.textContent();
    expect((await handedIn).status()).toBe(201);
    await expect(growth).toHaveText(told ?? "");

    await openEditor(log);
    await pasteOver(log, solutionIn(NEWCOMERS, language));
    await checkUntil(log, "passed");
    await expect(growth).toContainText("Passed");
    await expect(growth).toContainText("The work grows as O(n)");
  });

for (const language of languageNames)
  test(`in ${language} a run that is no quicker than the starter is told both times, and passes once its waits overlap`, async ({
    page,
  }) => {
    await allowClipboard(page);
    await page.goto("/lessons/keeping/workshop");
    const crates = exerciseNamed(page, "The crates");
    await chooseLanguage(crates, language);
    const handedIn = page.waitForResponse("**/api/submissions");
    await checkUntil(crates, "failed");
    const quicker = crates.checks.filter({ hasText: "fast again" });
    await expect(quicker).toContainText("Failed");
    await expect(quicker).toContainText(
      language === "Python"
        ? /It took [\d.]+ s where the starter took [\d.]+ s \(measured\), [\d.]+ × as fast; the target is 1.5 ×: no crate/
        : /It took 1.2 s where the starter took 1.2 s \(simulated\), 1 × as fast; the target is 1.5 ×: no crate/,
    );
    expect((await handedIn).status()).toBe(201);

    await openEditor(crates);
    await pasteOver(crates, solutionIn(CRATES, language));
    await checkUntil(crates, "passed");
    await expect(quicker).toContainText("Passed");
  });

test("a run that mostly waits is told how much of its time that is, and passes once it computes", async ({
  page,
}) => {
  await allowClipboard(page);
  await page.goto("/lessons/keeping/workshop");
  const drum = exerciseNamed(page, "The drum");
  await checkUntil(drum, "failed");
  const busy = drum.checks.filter({ hasText: "Computes for most of its time" });
  await expect(busy).toContainText(
    /For \d\d % of its time nothing computed \(measured\); the target is at most 60 %: /,
  );
  await openEditor(drum);
  await pasteOver(drum, solutionIn("playwright/content/02-keeping/03-workshop/exercises/drum", "Python"));
  await checkUntil(drum, "passed");
});

test("hints unfold one by one, and there is an end of them", async ({ page }) => {
  const horn = exerciseNamed(page, "The fog horn");
  await expect(horn.hints).toHaveCount(0);
  for (const [index, hint] of ["Say aloud", "Each night adds twenty", "Add twenty at once"].entries()) {
    await horn.hint.click();
    await expect(horn.hints).toHaveCount(index + 1);
    await expect(horn.hints.last()).toContainText(hint);
  }
  await expect(horn.hint).toBeDisabled();
});

test("the solution stays closed until three tries have failed", async ({ page }) => {
  const horn = exerciseNamed(page, "The fog horn");
  for (const left of ["3 more failed tries", "2 more failed tries", "1 more failed try"]) {
    await horn.askForSolution.click();
    await expect(horn.told(left)).toBeVisible();
    await expect(horn.solution).toHaveCount(0);
    const handedIn = page.waitForResponse("**/api/submissions");
    await checkUntil(horn, "failed");
    await handedIn;
  }
  await horn.askForSolution.click();
  await expect(horn.solution).toContainText("total += 20");
});

test("giving up opens the solution, with its explanation", async ({ page }) => {
  const horn = exerciseNamed(page, "The fog horn");
  await horn.giveUp.click();
  await expect(horn.solution).toContainText("total += 20");
  await expect(horn.solution).toContainText("they need not be counted one by one");
  await expect(horn.askForSolution).toBeDisabled();
});

test("a wrong result is told with what came and what was expected", async ({ page }) => {
  await allowClipboard(page);
  const horn = exerciseNamed(page, "The fog horn");
  await openEditor(horn);
  await pasteOver(horn, "def blasts(nights):\n    return 20\n");
  await checkUntil(horn, "failed");
  await expect(horn.checks.filter({ hasText: "Three nights" })).toContainText("20 instead of 60");
  await expect(horn.checks.filter({ hasText: "One night" })).toContainText("Passed");
});

test("without a connection the visible checks run, and the rest is told", async ({ page, context }) => {
  const horn = exerciseNamed(page, "The fog horn");
  await checkUntil(horn, "failed");
  await context.setOffline(true);
  await horn.check.click();
  await expect(horn.told("Offline: only the visible checks were run")).toBeVisible();
  await expect(horn.checks.filter({ hasText: "Passed: Three nights" })).toHaveCount(1);
  await expect(horn.checks.filter({ hasText: "A month makes" })).toHaveCount(0);
  await context.setOffline(false);
  await checkUntil(horn, "failed");
  await expect(horn.checks.filter({ hasText: "A month makes" })).toHaveCount(1);
});

test("on a phone a wide table in the task scrolls by itself, by keyboard too, and the page does not", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const horn = exerciseNamed(page, "The fog horn");
  const table = horn.group.getByRole("region", { name: "Table" });
  await expect(table).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await table.focus();
  const last = table.getByRole("columnheader").last();
  const rightEdge = async () => {
    const box = await last.boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  expect(await rightEdge()).toBeGreaterThan(390);
  for (let turn = 0; turn < 12; turn += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(rightEdge).toBeLessThanOrEqual(390);
});
