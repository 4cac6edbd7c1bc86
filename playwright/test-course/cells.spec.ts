import { expect, test, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, languageNames, languageOf, runToEnd } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";

const LESSON = "/lessons/keeping/first-light";

test.beforeEach(async ({ page }) => {
  await allowClipboard(page);
  await page.goto(LESSON);
});

const lampOf = (page: Page) => cellNamed(page, "Light the lamp");
const outputs = { Python: "lamp at 3", JavaScript: "lamp at 3" };

async function brightenLamp(page: Page) {
  const lamp = lampOf(page);
  await openEditor(lamp);
  await pasteOver(lamp, "brightness = 5\nprint('bright', brightness)\n");
  return lamp;
}

for (const language of languageNames)
  test(`a cell in ${language} runs, says what it printed and how long it took, and can be reset`, async ({
    page,
  }) => {
    const lamp = lampOf(page);
    await chooseLanguage(lamp, language);
    await expectState(lamp, "idle");
    await expect(lamp.stop).toBeDisabled();
    await expect(lamp.reset).toBeDisabled();
    await runToEnd(lamp);
    await expect(lamp.output).toHaveText(outputs[language]);
    await expect(lamp.sentence).toHaveText(/^Ran in [\d.]+ m?s \(measured\)\.( QuickJS interprets .*)?$/);
    await lamp.reset.click();
    await expectState(lamp, "idle");
    await expect(lamp.output).toBeEmpty();
  });

test("Reset brings the author's code back, and Undo reset the learner's", async ({ page }) => {
  const lamp = await brightenLamp(page);
  await runToEnd(lamp);
  await expect(lamp.output).toHaveText("bright 5");
  await lamp.reset.click();
  await runToEnd(lamp);
  await expect(lamp.output).toHaveText("lamp at 3");
  await lamp.undoReset.click();
  await runToEnd(lamp);
  await expect(lamp.output).toHaveText("bright 5");
});

test("what was typed survives a reload, for each language on its own", async ({ page }) => {
  await brightenLamp(page);
  await page.reload();
  const lamp = lampOf(page);
  await expect(lamp.code).toContainText("print('bright', brightness)");
  await chooseLanguage(lamp, "JavaScript");
  await expect(lamp.code).toContainText("const brightness = 3;");
  await chooseLanguage(lamp, "Python");
  await runToEnd(lamp);
  await expect(lamp.output).toHaveText("bright 5");
});

test("the language chosen in one cell holds for all, here and in the next lesson, and after a reload", async ({
  page,
}) => {
  await chooseLanguage(lampOf(page), "JavaScript");
  await expect(languageOf(cellNamed(page, "A lamp that breaks"), "JavaScript")).toBeChecked();
  await expect(cellNamed(page, "Turn the beam").code).toContainText("const beam");
  await page.reload();
  await expect(languageOf(lampOf(page), "JavaScript")).toBeChecked();
  await page
    .getByRole("navigation", { name: "Lessons" })
    .getByRole("link", { name: /Signals/ })
    .click();
  await expect(languageOf(cellNamed(page, "The fog horn"), "JavaScript")).toBeChecked();
});

test("a cell comes after what the learner made of the cells before it, unheard", async ({ page }) => {
  await brightenLamp(page);
  const beam = cellNamed(page, "Turn the beam");
  await runToEnd(beam);
  await expect(beam.output).toHaveText("beam =====");
  const sweep = cellNamed(page, "Sweep the sea");
  await runToEnd(sweep);
  await expect(sweep.output).toHaveText("sweep =====>");
  await expect(lampOf(page).output).toBeEmpty();
});

test("a mistake in an earlier cell is told where a later one is run", async ({ page }) => {
  const lamp = lampOf(page);
  await openEditor(lamp);
  await pasteOver(lamp, "brightness = 1 / 0\n");
  const beam = cellNamed(page, "Turn the beam");
  await beam.run.click();
  await expectState(beam, "failed");
  await expect(beam.output).toContainText('File "lamp.py", line 1');
  await expect(beam.output).toContainText("ZeroDivisionError");
});

test("two quick presses of Run are one run", async ({ page }) => {
  const lamp = lampOf(page);
  await lamp.run.dblclick();
  await expectState(lamp, "done");
  await expect(lamp.output).toHaveText("lamp at 3");
});

test("Ctrl+Enter runs what stands in the editor, and the cursor stays there", async ({ page }) => {
  const lamp = await brightenLamp(page);
  await page.keyboard.press("Control+Enter");
  await expectState(lamp, "done");
  await expect(lamp.output).toHaveText("bright 5");
  await expect(lamp.editor).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await expectState(lamp, "done");
  await expect(lamp.output).toHaveText("bright 5");
});

test("nothing runs by itself", async ({ page }) => {
  await lampOf(page).group.hover();
  await page.reload();
  for (const cell of await page.locator("[data-cell]").all())
    await expect(cell).toHaveAttribute("data-state", "idle");
});
