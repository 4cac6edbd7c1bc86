import { expect, test, type Locator } from "@playwright/test";
import { cellNamed, expectState } from "../cell";
import { allowClipboard, pasteOver } from "../editing";
import { exerciseNamed, solutionIn } from "../exercise";
import { quizOn } from "../quiz";

const FOLDER = "playwright/content/02-keeping/02-signals/exercises/fog-horn";
const TABS_AT_MOST = 100;

/** Tab until something has the focus. */
async function tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < TABS_AT_MOST; presses += 1) {
    if (await isFocused()) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`${TABS_AT_MOST} presses of ${key} did not reach ${target.toString()}.`);
}

async function press(target: Locator, key = "Enter") {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

test("the whole course by keyboard alone: edit, run, leave, switch the language, solve, be asked, come home", async ({
  page,
}) => {
  await allowClipboard(page);
  await page.goto("/");
  await press(page.getByRole("link", { name: /First light/ }));
  const lamp = cellNamed(page, "Light the lamp");
  await press(lamp.edit);
  await expect(lamp.editor).toBeFocused();
  await pasteOver(lamp, "brightness = 4\nprint(brightness)");
  await page.keyboard.press("Tab");
  await expect(lamp.editor).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expectState(lamp, "done");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(lamp.editor).not.toBeFocused();
  await press(lamp.run, "Space");
  await expectState(lamp, "done");
  await expect(lamp.output).toHaveText("4");
  await press(page.getByRole("link", { name: /Signals/ }));

  const horn = exerciseNamed(page, "The fog horn");
  await tabTo(horn.languages.getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowRight");
  await expect(horn.languages.getByRole("radio", { name: "JavaScript" })).toBeChecked();
  await press(horn.edit);
  await expect(horn.editor).toBeFocused();
  await pasteOver(horn, solutionIn(FOLDER, "JavaScript"));
  await page.keyboard.press("Escape");
  await press(horn.check);
  await expect(horn.group).toHaveAttribute("data-verdict", "passed");
  await press(page.getByRole("link", { name: /Practice quiz/ }));

  const quiz = quizOn(page);
  await expect(quiz.questions).toHaveCount(3);
  for (const question of await quiz.questions.all())
    await press(question.getByRole("radio").or(question.getByRole("checkbox")).first(), "Space");
  await press(quiz.submit);
  await expect(quiz.result).toBeFocused();
  await expect(quiz.result).toContainText("of 3 points.");
  await tabTo(page.getByRole("link", { name: "The lighthouse" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Your best: .* of 3, taken once\./)).toBeVisible();
});
