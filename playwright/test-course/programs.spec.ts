import { expect, test, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, runToEnd } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";

const MARKUP = "<img src=x onerror=\"document.title='taken'\"><b>bold</b>";

test.beforeEach(async ({ page }) => {
  await allowClipboard(page);
  await page.goto("/lessons/storms/high-water");
});

async function calmOf(page: Page, code: string) {
  const calm = cellNamed(page, "A calm sea");
  await openEditor(calm);
  await pasteOver(calm, code);
  return calm;
}

test("output is text: markup in it is shown, not obeyed", async ({ page }) => {
  const code = `import sys\nprint(${JSON.stringify(MARKUP)})\nprint(${JSON.stringify(MARKUP)}, file=sys.stderr)`;
  const calm = await calmOf(page, code);
  await runToEnd(calm);
  await expect(calm.output.getByText(MARKUP)).toHaveCount(2);
  await expect(calm.output.locator("img, b")).toHaveCount(0);
  await expect(page).toHaveTitle(/High water/);
});

test("two programs run beside each other, and stopping one leaves the other", async ({ page }) => {
  const tide = cellNamed(page, "The tide that never turns");
  await tide.run.click();
  await expect(tide.output).toHaveText("rising");
  await runToEnd(cellNamed(page, "A calm sea"));
  await expectState(tide, "running");
  await tide.stop.click();
  await expectState(tide, "stopped");
});

test("changing the language ends the program that runs", async ({ page }) => {
  const tide = cellNamed(page, "The tide that never turns");
  await tide.run.click();
  await expect(tide.output).toHaveText("rising");
  await chooseLanguage(tide, "JavaScript");
  await expectState(tide, "idle");
  await runToEnd(cellNamed(page, "A calm sea"));
});

test("a program that swallows every interruption is ended all the same", async ({ page }) => {
  const calm = await calmOf(
    page,
    "print('holding on')\nwhile True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
  );
  await calm.run.click();
  await expect(calm.output).toHaveText("holding on");
  await calm.stop.click();
  await expectState(calm, "stopped");
  await calm.reset.click();
  await runToEnd(calm);
});

test("a program finds nothing of the one before it", async ({ page }) => {
  const calm = await calmOf(
    page,
    "import builtins\nprint(getattr(builtins, 'left', 'clean'))\nbuiltins.left = 'a trace'",
  );
  await runToEnd(calm);
  await expect(calm.output).toHaveText("clean");
  await runToEnd(calm);
  await expect(calm.output).toHaveText("clean");
});
