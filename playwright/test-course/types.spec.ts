import { expect, test } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, printedIn } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";

/** Compressed; the editor itself is half of that. */
const TYPESCRIPT_AT_LEAST_BYTES = 900_000;

test("an editor of TypeScript shows type errors, F8 goes there, and the program runs all the same", async ({
  page,
}) => {
  await allowClipboard(page);
  await page.goto("/lessons/keeping/workshop");
  const cell = cellNamed(page, "Any script");
  await chooseLanguage(cell, "JavaScript");
  await openEditor(cell);
  let fetchedBytes = 0;
  page.on("response", (response) => {
    if (response.url().includes("/_next/static/chunks/"))
      fetchedBytes += Number(response.headers()["content-length"] ?? 0);
  });
  await chooseLanguage(cell, "TypeScript");
  await cell.code.waitFor();
  // A small part of the page may still be on its way.
  expect(fetchedBytes).toBeLessThan(TYPESCRIPT_AT_LEAST_BYTES / 100);
  await openEditor(cell);
  await expect(cell.group).toContainText("Types are checked as you write.");
  await pasteOver(cell, `const lamps: number = 2;\nif (lamps > 3) document.title;\nconsole.log(lamps);\n`);
  await expect(cell.group).toContainText("1 type error: F8 in the editor goes there.");
  await expect(cell.group.locator(".squiggly-error")).toBeVisible();
  expect(fetchedBytes).toBeGreaterThan(TYPESCRIPT_AT_LEAST_BYTES);
  await page.keyboard.press("F8");
  await expect(page.getByRole("alert", { name: /Cannot find name 'document'/ })).toBeVisible();
  await cell.run.click();
  await expectState(cell, "done");
  expect(await printedIn(cell, "stdout")).toBe("2\n");
});

test("a cell that comes after another knows its names and types, as the learner has them now", async ({
  page,
}) => {
  await allowClipboard(page);
  await page.goto("/lessons/keeping/workshop");
  const [casks, oil] = [cellNamed(page, "Fill the casks"), cellNamed(page, "Measure the oil")];
  await oil.run.click();
  await expectState(oil, "done");
  expect(await printedIn(oil, "stdout")).toBe("40\n");

  await openEditor(oil);
  await expect(oil.group).toContainText("Types are checked as you write.");
  await pasteOver(oil, `spilled += 1;\nconst first: string = casks[0].litres;\n`);
  await expect(oil.group).toContainText("1 type error: F8 in the editor goes there.");
  await page.keyboard.press("F8");
  await expect(
    page.getByRole("alert", { name: /Type 'number' is not assignable to type 'string'/ }),
  ).toBeVisible();

  await openEditor(casks);
  await pasteOver(casks, `const casks = [{ litres: "thirty" }];\nlet spilled = 0;\n`);
  await oil.editor.focus();
  await expect(oil.group).toContainText("Types are checked as you write.");
});
