import { expect, test } from "@playwright/test";

const LESSON = "/lessons/understanding-slowness/computer-resources";

test("the page measures its ways to the server and to the browser's cache, and says when it cannot", async ({
  page,
  context,
}) => {
  await page.goto(LESSON);
  const group = page.getByRole("group", { name: "This page, from two places" });
  const fetchPage = group.getByRole("button", { name: "Fetch this page" });
  const row = (name: string) => group.getByRole("row").filter({ hasText: name });

  await fetchPage.click();
  await expect(row("from the server")).toContainText(/\d ms/);
  await expect(row("from this browser’s cache")).toContainText(/\d ms/);

  await context.setOffline(true);
  await fetchPage.click();
  await expect(group.getByRole("status")).toContainText("Are you online?");
});
