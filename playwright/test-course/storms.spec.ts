import { expect, test, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, languageNames, runToEnd, type LanguageName } from "../cell";

async function openIn(page: Page, language: LanguageName) {
  await page.goto("/lessons/storms/high-water");
  await chooseLanguage(cellNamed(page, "A calm sea"), language);
}

/** Asks something of the page itself, not of the program that runs. */
async function expectAnswer(page: Page) {
  const guess = page.getByRole("group", { name: /Will the tower stand/ });
  await guess.getByRole("radio", { name: "It will", exact: true }).check();
  await expect(guess.getByText("The waves break against another rock.")).toBeVisible();
}

async function expectNextRunWorks(page: Page) {
  const calm = cellNamed(page, "A calm sea");
  await runToEnd(calm);
  await expect(calm.output).toHaveText("all calm");
}

const endless = [
  { title: "The tide that never turns", output: "rising" },
  { title: "Rain without an end", output: "… cut" },
  { title: "One drop in ten million", output: "searching" },
];

const measureless = [
  { title: "A million waves", state: /done|failed/, output: "… cut", sentence: /^Ran in|time limit/ },
  { title: "More water than the sea holds", state: "failed", output: "filling", sentence: /memory limit/ },
  { title: "A whirlpool", state: "failed", output: "", sentence: /recursion|stack/ },
] as const;

for (const language of languageNames) {
  for (const { title, output } of endless)
    test(`${title}, in ${language}: the page answers, Stop ends it, the next run works`, async ({ page }) => {
      await openIn(page, language);
      const cell = cellNamed(page, title);
      await cell.run.click();
      await expect(cell.output).toContainText(output);
      await expectState(cell, "running");
      await expectAnswer(page);
      await expectState(cell, "running");
      await cell.stop.click();
      await expectState(cell, "stopped");
      await expect(cell.sentence).toHaveText(/^Stopped after/);
      await expectNextRunWorks(page);
    });

  for (const { title, state, output, sentence } of measureless)
    test(`${title}, in ${language}: the page answers, the limit holds, the next run works`, async ({
      page,
    }) => {
      await openIn(page, language);
      const cell = cellNamed(page, title);
      await cell.run.click();
      await expectAnswer(page);
      await expectState(cell, state);
      await expect(cell.output).toContainText(output);
      await expect(cell.sentence).toHaveText(sentence);
      await expectNextRunWorks(page);
    });

  test(`the time limit ends a program that nobody stops, in ${language}`, async ({ page }) => {
    await openIn(page, language);
    const cell = cellNamed(page, "The tide that never turns");
    await cell.run.click();
    await expectState(cell, "failed");
    await expect(cell.sentence).toHaveText("Ended: the time limit of 10.00 s was reached.");
    await expectNextRunWorks(page);
  });
}
