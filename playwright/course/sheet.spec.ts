import { expect, test } from "@playwright/test";

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

test("the way from symptom to cure prints on one page", async ({ page }) => {
  await page.addInitScript(() => {
    // The dialogue of the system would wait for somebody.
    globalThis.print = () => {};
  });
  await page.goto("/lessons/review/recap");
  const sheet = page.getByRole("region", { name: "From symptom to cure" });
  await sheet.getByRole("button", { name: "Print this page" }).click();
  await expect(sheet).toHaveAttribute("data-sheet", "alone");
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBe(1);
});
