import { expect, test } from "@playwright/test";
import { cellNamed, runToEnd } from "../cell";

test("the machine opens on intent, once, and stays while the learner goes through the course", async ({
  page,
}) => {
  const machines = page.locator("iframe");
  const downloads: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/machine/")) downloads.push(request.url());
  });
  await page.goto("/lessons/keeping/first-light");
  await expect(machines).toHaveCount(0);
  await runToEnd(cellNamed(page, "Light the lamp"));
  await expect(machines).toHaveCount(1);
  const opened = downloads.length;

  await page.getByRole("banner").getByRole("link", { name: "The lighthouse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The lighthouse");
  await page.getByRole("link", { name: /^1\.1 High water/ }).click();
  await runToEnd(cellNamed(page, "A calm sea"));
  await page.goBack();
  await page.getByRole("link", { name: /^2\.1 First light/ }).click();
  await runToEnd(cellNamed(page, "Light the lamp"));
  await expect(machines).toHaveCount(1);
  expect(downloads).toHaveLength(opened);
});

test("where a program has run before, a process is booted as soon as the page is idle", async ({ page }) => {
  await page.goto("/lessons/keeping/first-light");
  await runToEnd(cellNamed(page, "Light the lamp"));
  const ready = page.waitForEvent("worker");
  await page.reload();
  await ready;
  await runToEnd(cellNamed(page, "Light the lamp"));
  await expect(page.locator("iframe")).toHaveCount(1);
});

test("a program still running when its lesson is left does not go on", async ({ page }) => {
  await page.goto("/lessons/storms/high-water");
  const tide = cellNamed(page, "The tide that never turns");
  await tide.run.click();
  await expect(tide.output).toHaveText("rising");
  await page
    .getByRole("navigation", { name: "Lessons" })
    .getByRole("link", { name: /Locked doors/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Locked doors");
  await page.goBack();
  await expect(tide.group).toHaveAttribute("data-state", "idle");
  await runToEnd(cellNamed(page, "A calm sea"));
});
