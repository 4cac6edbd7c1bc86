import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";

const faultsOf = async (page: Page) => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
};
const press = async (target: Locator, key: string) => {
  await target.focus();
  await target.press(key);
};
const asked = (form: Locator, prompt: string) => form.getByRole("group").filter({ hasText: prompt });
const inOrder = (question: Locator) =>
  question.getByRole("list", { name: "Your order" }).getByRole("listitem");

test("every kind of question can be answered by keys alone, is told what was right, and has no fault that axe finds", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/quizzes/watch");
  const form = page.getByRole("form", { name: "The night watch" });
  await expect(form.getByText("8 questions are still open.")).toBeVisible();

  await press(asked(form, "by day").getByLabel("False"), "Space");
  await asked(form, "oil is used").getByLabel("Your answer").pressSequentially("2l");
  await expect(form.getByText("This cannot be read as a number yet")).toBeVisible();
  await asked(form, "oil is used").getByLabel("Your answer").press("Backspace");
  await asked(form, "oil is used").getByLabel("Your answer").pressSequentially("1 litres");
  await asked(form, "the cell print").getByLabel("Your answer").pressSequentially("4");
  await asked(form, "ends the log").getByLabel("Your answer").pressSequentially("Well.");
  await asked(form, "blasts are twenty").getByRole("textbox").pressSequentially("nights * 20");

  const order = asked(form, "begin the night");
  for (const [place, step] of ["Climb the stairs", "Light the lamp", "Turn the lens"].entries()) {
    const texts = await inOrder(order).allInnerTexts();
    for (let at = texts.findIndex((text) => text.includes(step)); at > place; at -= 1) {
      await press(order.getByRole("button", { name: `Move up ${step}` }), "Enter");
      await expect(order.getByText(`${step} is now number ${at} of 3.`)).toBeAttached();
    }
  }
  const rows = asked(form, "belongs to what");
  for (const [row, first] of [
    ["Lamp", "Beam"],
    ["Horn", "Blast"],
  ] as const) {
    await rows.getByLabel(row).focus();
    await page.keyboard.type(first);
    await expect(rows.getByLabel(row)).toHaveValue(/./);
  }
  const lines = asked(form, "program together");
  for (const line of ["while is_night():", "lamp.turn()", "lamp.put_out()"])
    await press(
      lines
        .getByRole("list", { name: "Lines to take" })
        .getByRole("listitem")
        .filter({ hasText: new RegExp(`^( {4}(?=lamp.turn))?${line.replace(/[()]/g, "\\$&")}`) })
        .getByRole("button"),
      "Enter",
    );
  await expect(form.getByText(/questions? (is|are) still open/)).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);

  await press(form.getByRole("button", { name: "Submit" }), "Enter");
  await expect(form.getByRole("status").first()).toHaveText(/^7 of 8 points\./);
  await expect(asked(form, "the cell print")).toContainText("Right answer: 3");
  await expect(form).toContainText("CANARY-FEEDBACK-DARK");
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("an entry that is dragged stands where it was dropped", async ({ page }) => {
  await page.goto("/quizzes/watch");
  const order = asked(page.getByRole("form"), "begin the night");
  await expect(inOrder(order)).toHaveCount(3);
  const [first, second, third] = (await inOrder(order).allInnerTexts()).map(
    (text) => text.split("\n")[0] ?? "",
  );
  // A page that scrolls while the mouse is down starts no drag.
  await inOrder(order).nth(2).scrollIntoViewIfNeeded();
  await inOrder(order).nth(0).dragTo(inOrder(order).nth(2));
  const shown = async () => (await inOrder(order).allInnerTexts()).map((text) => text.split("\n")[0]);
  await expect.poll(shown).toEqual([second, first, third]);
});

test("in practice every answer is told at once, one question after the other, and no result is counted", async ({
  page,
}) => {
  await page.goto("/quizzes/keeping");
  await page.getByRole("radio", { name: "One by one" }).check();
  const form = page.getByRole("form", { name: "Keeping the light" });
  for (const place of [1, 2, 3]) {
    await expect(form.getByRole("group")).toContainText(`Question ${place} of 3`);
    if (place === 1) await form.getByRole("button", { name: "I don’t know" }).click();
    else {
      await form.getByRole("group").locator("input").first().check();
      await form.getByRole("button", { name: "Check answer" }).click();
    }
    await expect(form).toContainText("CANARY-EXPLANATION");
    await expect(form.getByRole("status")).toBeFocused();
    await form.getByRole("button", { name: place === 3 ? "Finish" : "Next question" }).click();
  }
  await expect(page.getByText(/of 3 right/)).toBeVisible();
  await page.goto("/");
  await expect(page.getByText("Questions are drawn anew each time.").first()).toBeVisible();
});
