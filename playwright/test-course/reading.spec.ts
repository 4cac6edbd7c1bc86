import { expect, test } from "@playwright/test";
import { cellNamed } from "../cell";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lesson can be read: text, code, table, what a prediction explains, what to remember", async ({
    page,
  }) => {
    await page.goto("/lessons/keeping/first-light");
    await expect(page.getByText("A keeper's day begins in the evening.")).toBeVisible();
    await expect(cellNamed(page, "Light the lamp").code).toContainText("brightness = 3");
    await expect(page.getByText("21:04 lamp lit")).toBeVisible();
    await expect(page.getByRole("cell", { name: "Grace" })).toBeVisible();
    await expect(page.getByText("First the lamp, then the beam.")).toBeVisible();
    const explanation = page.getByText("One stroke for each step of the lamp.");
    await expect(explanation).toBeHidden();
    await page.getByText("What happens").click();
    await expect(explanation).toBeVisible();
    await page.getByRole("link", { name: "log book", exact: true }).click();
    await expect(page.getByRole("heading", { name: "The log book" })).toBeInViewport();
  });

  test("an exercise can be read, a quiz says why it cannot be taken, and every link leads on", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByRole("link", { name: /Signals/ }).click();
    await expect(page.getByText("It counts every single blast.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Checks" })).toContainText("Three nights make 60 blasts");
    await page.getByRole("link", { name: /Practice quiz/ }).click();
    await expect(page.getByRole("main")).toContainText("JavaScript is off", { useInnerText: true });
    await page.getByRole("link", { name: "The lighthouse" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The lighthouse");
  });
});
