import { expect, test, type Locator, type Page } from "@playwright/test";
import { cellNamed, expectState } from "../cell";

/** Tab until something has the focus; a page that never gives it is a page that cannot be used. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("200 presses of Tab did not reach it.");
}

test("by keyboard alone: from the course to a lesson, edit, run, leave, check, take the quiz, see the result", async ({
  page,
}) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("link", { name: /A slow script with an expensive loop/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A slow script with an expensive loop");

  const cell = cellNamed(page, "Traffic per team");
  await tabTo(page, cell.edit);
  await page.keyboard.press("Enter");
  await expect(cell.group.getByRole("textbox")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nprint('typed by hand')");
  await page.keyboard.press("Control+Enter");
  await expectState(cell, "done");
  await expect(cell.output).toContainText("typed by hand");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(cell.group.getByRole("textbox")).not.toBeFocused();

  const exercise = cellNamed(page, "Caesar cipher");
  await tabTo(page, exercise.group.getByRole("button", { name: "Check" }));
  await page.keyboard.press("Enter");
  await expect(exercise.group).toHaveAttribute("data-verdict", "failed");
  await tabTo(page, exercise.group.getByRole("button", { name: "Hint" }));
  await page.keyboard.press("Enter");
  await expect(exercise.group.getByRole("list", { name: "Hints" }).getByRole("listitem")).toHaveCount(1);

  await tabTo(page, page.getByRole("link", { name: /Practice quiz/ }));
  await page.keyboard.press("Enter");
  const quiz = page.getByRole("form", { name: "Slow code" });
  for (const question of await quiz.getByRole("group").all()) {
    // A choice is made, a text begun, a list opened, an entry moved or taken: whatever kind was drawn.
    await tabTo(page, question.locator("input, textarea, select, li button:not([aria-disabled])").first());
    await page.keyboard.press("Space");
  }
  await tabTo(page, quiz.getByRole("button", { name: "Submit" }));
  await page.keyboard.press("Enter");
  await expect(quiz.getByRole("status").first()).toContainText("of 6 points");
  await expect(quiz.getByRole("status").first()).toBeFocused();

  await page.goto("/");
  await expect(page.getByText(/Your best: .* of 6, taken once/)).toBeVisible();
});
