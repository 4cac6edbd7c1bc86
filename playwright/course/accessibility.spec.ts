import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const LESSON = "/lessons/slow-code/expensive-loop";
const QUIZ = "/quizzes/slow-code";

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const path of ["/", LESSON, "/progress", "/continue", "/nothing"])
      test(`${path} has no fault that axe can find`, async ({ page }) => {
        await page.goto(path);
        expect(await faultsOf(page)).toEqual([]);
      });

    test("a cell in use has none: editor open, a failed run shown", async ({ page }) => {
      await page.goto(LESSON);
      const cell = page.getByRole("group", { name: "Traffic per team" });
      await cell.hover();
      await cell.getByRole("button", { name: "Edit" }).click();
      await expect(cell.getByRole("textbox")).toBeFocused();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("1/0");
      await page.keyboard.press("Control+Enter");
      await expect(cell.getByRole("log")).toContainText("ZeroDivisionError");
      expect(await faultsOf(page)).toEqual([]);
    });

    test("the quiz has none, before and after it is handed in", async ({ page }) => {
      await page.goto(QUIZ);
      await expect(page.getByRole("button", { name: "Submit" })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Submit" }).click();
      await expect(page.getByRole("button", { name: "Take it again" })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}

test("on a phone no page is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/", LESSON, QUIZ, "/progress", "/continue", "/nothing"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});

test("a chosen theme is there before anything is painted, also after a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(LESSON);
  const theme = page.getByRole("button", { name: /^Theme/ });
  await theme.click();
  await theme.click();
  await expect(theme).toHaveAccessibleName("Theme: dark");
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.dataset["themeAtFirst"] = document.documentElement.dataset["theme"] ?? "none";
    });
  });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme-at-first", "dark");
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe("rgb(20, 23, 26)");
});
