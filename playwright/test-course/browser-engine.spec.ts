import { expect, test, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, runToEnd } from "../cell";
import { allowClipboard, openEditor, pasteOver } from "../editing";

async function openCalm(page: Page) {
  await page.goto("/lessons/storms/high-water");
  const calm = cellNamed(page, "A calm sea");
  await chooseLanguage(calm, "JavaScript");
  return calm;
}

/** A cell that holds the given program, about to run on the browser's own engine. */
async function calmOf(page: Page, code: string) {
  await allowClipboard(page);
  const calm = await openCalm(page);
  await openEditor(calm);
  await pasteOver(calm, code);
  await calm.ownEngine.check();
  return calm;
}

test("a JavaScript cell runs on the browser's own engine when asked to, and each time says what it was taken on", async ({
  page,
}) => {
  const calm = await openCalm(page);
  await expect(calm.ownEngine).not.toBeChecked();
  await runToEnd(calm);
  await expect(calm.sentence).toContainText("QuickJS interprets JavaScript here");
  await calm.ownEngine.focus();
  await page.keyboard.press("Space");
  await expect(calm.ownEngine).toBeChecked();
  await runToEnd(calm);
  await expect(calm.output).toHaveText("all calm");
  await expect(calm.sentence).toContainText("this browser's own engine");
  await chooseLanguage(calm, "Python");
  await expect(calm.ownEngine).toHaveCount(0);
  await runToEnd(calm);
  await expect(calm.sentence).not.toContainText("engine");
});

test("promises and timers run to their end, and what is logged looks as it does elsewhere", async ({
  page,
}) => {
  const calm = await calmOf(
    page,
    `setTimeout(() => console.log("late", { a: [1, new Map([["k", 1]])] }), 30);
Promise.resolve().then(() => console.log("job"));
console.error("first");`,
  );
  await runToEnd(calm);
  await expect(calm.output).toHaveText(/first\s*job\s*late { a: \[ 1, Map\(1\) { 'k' => 1 } \] }/);
});

for (const [what, code, shown] of [
  ["an error", "function half(x) {\n  return x.length.y.z;\n}\nhalf(1);", /TypeError[^]*half.*\.js:2/],
  ["a promise that nobody hears", "(async () => {\n  null.x;\n})();", /TypeError[^]*\.js:2/],
  ["what is no program", "let = = 2;", /SyntaxError/],
] as const)
  test(`${what} is told with the learner's line on the browser's own engine`, async ({ page }) => {
    const calm = await calmOf(page, code);
    await calm.run.click();
    await expectState(calm, "failed");
    await expect(calm.output).toHaveText(shown);
  });

for (const [what, code] of [
  ["computes", "console.log('on'); for (;;);"],
  ["waits", "console.log('on'); setInterval(() => {}, 1e6);"],
  ["is inside a built-in", "console.log('on'); /^(a+)+$/.test('a'.repeat(99) + 'b');"],
  ["prints", "for (;;) console.log('on');"],
] as const)
  test(`Stop ends a program that ${what} on the browser's own engine, and the next run works`, async ({
    page,
  }) => {
    const calm = await calmOf(page, code);
    await calm.run.click();
    await expect(calm.output).toContainText("on");
    await calm.stop.click();
    await expectState(calm, "stopped");
    await calm.reset.click();
    await runToEnd(calm);
    await expect(calm.output).toHaveText("all calm");
  });
