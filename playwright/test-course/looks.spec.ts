import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { cellNamed, runToEnd } from "../cell";
import { openEditor } from "../editing";
import { checkUntil, exerciseNamed } from "../exercise";

async function faultsOf(page: Page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

for (const colorScheme of ["light", "dark"] as const)
  test(`an exercise with all its help unfolded has no fault that axe finds, in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/lessons/keeping/signals");
    const horn = exerciseNamed(page, "The fog horn");
    await checkUntil(horn, "failed");
    for (const hint of [1, 2, 3]) {
      await horn.hint.click();
      await expect(horn.hints).toHaveCount(hint);
    }
    await horn.giveUp.click();
    await expect(horn.solution).toBeVisible();
    await openEditor(horn);
    expect(await faultsOf(page)).toEqual([]);
  });

test("colours follow the system until the learner chooses, then the choice", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await paperOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paperOf(page);
  expect(dark).not.toBe(light);
  const theme = page.getByRole("button", { name: /^Theme/ });
  await theme.click();
  await expect(theme).toHaveAccessibleName("Theme: light");
  expect(await paperOf(page)).toBe(light);
  await page.getByRole("link", { name: /First light/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("First light");
  expect(await paperOf(page)).toBe(light);
  await page.reload();
  expect(await paperOf(page)).toBe(light);
});

test("on a phone a lesson in use is no wider than the screen: editor open, long output, solution, a table", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.goto("/lessons/storms/locked-doors");
  const doors = cellNamed(page, "Try every door");
  await runToEnd(doors);
  await openEditor(doors);
  expect(await widthOf()).toBeLessThanOrEqual(390);
  await page.goto("/lessons/keeping/signals");
  const horn = exerciseNamed(page, "The fog horn");
  await checkUntil(horn, "failed");
  await horn.giveUp.click();
  await expect(horn.solution).toBeVisible();
  await openEditor(horn);
  expect(await widthOf()).toBeLessThanOrEqual(390);
  await page.goto("/quizzes/keeping");
  await expect(page.getByRole("table")).toBeVisible();
  expect(await widthOf()).toBeLessThanOrEqual(390);
});
