import { expect, test, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, runToEnd, type LanguageName } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";
import { exerciseNamed } from "../exercise";

/** A cell that holds the given program. */
async function calmOf(page: Page, { language, code }: { language: LanguageName; code: string }) {
  await allowClipboard(page);
  await page.goto("/lessons/storms/high-water");
  const calm = cellNamed(page, "A calm sea");
  await chooseLanguage(calm, language);
  await openEditor(calm);
  await pasteOver(calm, code);
  return calm;
}

test("a first check without a connection runs the visible checks too", async ({ page, context }) => {
  await page.goto("/lessons/keeping/signals");
  const horn = exerciseNamed(page, "The fog horn");
  await horn.run.click();
  await expectState(horn, "done");
  await context.setOffline(true);
  await horn.check.click();
  await expect(horn.told("Offline: only the visible checks were run")).toBeVisible();
  await expect(horn.checks.filter({ hasText: "Passed: Three nights" })).toHaveCount(1);
});

test("a first Run without a connection says so in words", async ({ page, context }) => {
  await page.goto("/lessons/keeping/first-light");
  const lamp = cellNamed(page, "Light the lamp");
  await expect(lamp.run).toBeEnabled();
  await context.setOffline(true);
  await lamp.run.click();
  await expectState(lamp, "failed");
  await expect(lamp.sentence).toHaveText(/^Nothing ran: .*connection/);
});

test("a program larger than the machine takes is refused in a sentence, and the next run works", async ({
  page,
}) => {
  const calm = await calmOf(page, { language: "Python", code: `text = "${"x".repeat(250_000)}"` });
  await calm.run.click();
  await expectState(calm, "failed");
  await expect(calm.sentence).toContainText("200,000 characters");
  await calm.reset.click();
  await runToEnd(calm);
});

test("a million prints past the output's end cost little, in JavaScript too", async ({ page }) => {
  await page.goto("/lessons/storms/high-water");
  const flood = cellNamed(page, "A million waves");
  await chooseLanguage(flood, "JavaScript");
  await flood.run.click();
  await expectState(flood, "done");
});

test("memory that runs out in a Map of JavaScript is told as the limit that it is", async ({ page }) => {
  const code = "const sea = new Map();\nfor (let drop = 0; ; drop++) sea.set(drop, { drop });\n";
  const calm = await calmOf(page, { language: "JavaScript", code });
  await calm.run.click();
  await expectState(calm, "failed");
  await expect(calm.sentence).toContainText("memory limit");
});

for (const [what, code] of [
  ["JSON", "JSON.parse('['.repeat(2e5) + ']'.repeat(2e5));"],
  ["code", "eval('('.repeat(1e5) + '1' + ')'.repeat(1e5));"],
] as const)
  test(`${what} nested deeper than the browser's stack is the program's error, and the next run works`, async ({
    page,
  }) => {
    const calm = await calmOf(page, { language: "JavaScript", code });
    await calm.run.click();
    await expectState(calm, "failed");
    await expect(calm.sentence).toContainText("stack overflow");
    await calm.reset.click();
    await runToEnd(calm);
  });

test("Stop ends a built-in that never looks up, and the next run works", async ({ page }) => {
  const code = "console.log('joining'); new Array(1e9) + '';";
  const calm = await calmOf(page, { language: "JavaScript", code });
  await calm.run.click();
  await expect(calm.output).toHaveText("joining");
  await calm.stop.click();
  await expectState(calm, "stopped");
  await calm.reset.click();
  await runToEnd(calm);
});

test("a question is described by what it asks", async ({ page }) => {
  await page.goto("/quizzes/keeping");
  const group = page.getByRole("group").filter({ hasText: "What is lit first?" });
  await expect(group).toHaveAccessibleDescription(/What is lit first/);
});
