import { expect, test, type Page } from "@playwright/test";

const LESSON = "/lessons/when-slowness-gets-complex/growing-in-complexity";

/** The simulator as people find it: by its title, with sliders and buttons by their names. */
async function ticketDesk(page: Page) {
  await page.goto(LESSON);
  const group = page.getByRole("group", { name: "The ticket desk" });
  await group.scrollIntoViewIfNeeded();
  return {
    group,
    servers: group.getByRole("slider", { name: "Servers" }),
    start: group.getByRole("button", { name: "Start" }),
    pause: group.getByRole("button", { name: "Pause" }),
    reset: group.getByRole("button", { name: "Reset" }),
    minute: group.getByRole("button", { name: "Advance one minute" }),
    status: group.getByRole("status"),
    rows: group.getByRole("table").getByRole("row"),
  };
}

test.describe("with reduced motion", () => {
  test.use({ reducedMotion: "reduce" });

  test("by keyboard: minute by minute the aim is missed, and with a third server it is met", async ({
    page,
  }) => {
    const desk = await ticketDesk(page);
    const tenMinutes = async () => {
      await desk.minute.focus();
      for (let minute = 1; minute <= 10; minute += 1) {
        await page.keyboard.press("Enter");
        await expect(desk.status).toContainText(`${minute} minute`);
      }
    };
    await tenMinutes();
    await expect(desk.status).toContainText("Aim not met");

    await desk.servers.focus();
    await page.keyboard.press("ArrowRight");
    await expect(desk.servers).toHaveValue("3");
    await expect(desk.status).toContainText("Nobody has come yet.");
    await tenMinutes();
    await expect(desk.status).toContainText("Aim met: p95 is 335 ms, by one change.");

    await desk.group.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(desk.rows).toHaveCount(61);
    await expect(desk.rows.first()).toContainText("p95 (ms)");
    await expect(desk.rows.last().getByRole("cell").first()).toHaveText("600");
  });
});

test("live, it goes on until it is paused or out of view, and Reset puts all back", async ({ page }) => {
  const desk = await ticketDesk(page);
  await desk.start.click();
  await desk.group.getByText("As a table").click();
  await expect(desk.rows.nth(1)).toBeAttached();
  await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
  await expect(desk.group).not.toBeInViewport();
  const stretches = await desk.rows.count();
  expect(stretches).toBeLessThan(61);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect((await desk.rows.count()) - stretches).toBeLessThanOrEqual(1);

  await desk.group.scrollIntoViewIfNeeded();
  await expect(desk.rows.nth(stretches + 1)).toBeAttached();
  await desk.pause.click();
  await expect(desk.status).toContainText("(simulated)");
  await desk.servers.focus();
  await page.keyboard.press("End");
  await expect(desk.servers).toHaveAttribute("aria-valuetext", "6");
  await desk.reset.click();
  await expect(desk.servers).toHaveAttribute("aria-valuetext", "2");
  await expect(desk.rows).toHaveCount(1);
});

test("nothing of the simulator is fetched before a reader comes near", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 300 });
  await page.goto(LESSON, { waitUntil: "networkidle" });
  await expect(page.getByRole("slider")).toHaveCount(0);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("group", { name: "One server, more and more requests" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("slider", { name: "Arrivals" })).toBeVisible();
  expect(asked.filter((url) => url.endsWith(".js"))).not.toEqual([]);
});

test("without a connection its place says so, and the page stays; Try again fetches it", async ({
  page,
  context,
}) => {
  await page.goto(LESSON);
  await context.setOffline(true);
  const place = page.getByRole("group", { name: "The ticket desk" });
  await place.scrollIntoViewIfNeeded();
  await expect(place.getByRole("alert")).toContainText("could not be fetched. Check your connection.");
  await context.setOffline(false);
  await place.getByRole("button", { name: "Try again" }).click();
  await expect(place.getByRole("button", { name: "Start" })).toBeVisible();
});
