import { expect, test } from "@playwright/test";

const LESSON = "/lessons/slow-code/expensive-loop";
const PAGE_LIMIT_BYTES = 180_000;

test("reading a lesson fetches no machine and no editor, and no more than 180 kB in all", async ({
  page,
  context,
}) => {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(LESSON, { waitUntil: "networkidle" });
  await page.getByRole("heading", { name: "To take with you" }).scrollIntoViewIfNeeded();
  expect(asked.filter((url) => url.includes("/machine/"))).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(PAGE_LIMIT_BYTES);
});

test("opening the editor moves nothing on the page", async ({ page }) => {
  await page.goto(LESSON);
  const cell = page.getByRole("group", { name: "Traffic per team" });
  const text = cell.getByText("parse_line").first();
  await cell.scrollIntoViewIfNeeded();
  await cell.hover();
  const before = { cell: await cell.boundingBox(), text: await text.boundingBox() };
  await cell.getByRole("button", { name: "Edit" }).click();
  await expect(cell.getByRole("textbox")).toBeFocused();
  const opened = cell.locator(".view-line").filter({ hasText: "parse_line" }).first().getByText("parse_line");
  expect(await cell.boundingBox()).toEqual(before.cell);
  // A line is drawn anew when its colours come, and is nowhere for that moment.
  const moved = async () => Math.abs(((await opened.boundingBox())?.y ?? 0) - (before.text?.y ?? 0));
  await expect.poll(moved).toBeLessThanOrEqual(3);
});

test("headings can be linked to, and code in the text can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${LESSON}#verify`);
  await expect(page.getByRole("heading", { name: "Verify" })).toBeInViewport();
  const cell = page.getByRole("group", { name: "Traffic per team" });
  await cell.hover();
  await cell.getByRole("button", { name: "Copy" }).click();
  await expect(cell.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("def parse_line(line):");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lesson reads: text, code, what the code printed, and what follows from a prediction", async ({
    page,
  }) => {
    await page.goto(LESSON);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("A slow script with an expensive loop");
    const cell = page.getByRole("group", { name: "Traffic per team" });
    await expect(cell).toContainText("def team_of(host):");
    await expect(cell.getByRole("log")).toContainText("bytes");
    await expect(cell).toContainText("Recorded earlier.");
    await expect(cell.getByRole("button", { name: "Run" })).toBeDisabled();
    await page.getByText("What happens").first().click();
    await expect(page.getByText("you now have a guess to test")).toBeVisible();
  });
});
