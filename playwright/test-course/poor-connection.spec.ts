import { expect, test, type Page } from "@playwright/test";
import { cellNamed, expectState, runToEnd } from "../cell";
import { openEditor } from "../editing";

const LESSON = "/lessons/keeping/first-light";
const INTERPRETER = "**/machine/*.wasm";

/** Holds back the interpreters until the returned function is called. */
async function holdInterpreters(page: Page) {
  const held = Promise.withResolvers<void>();
  await page.route(INTERPRETER, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

test("a press of Run before the machine is there is heard, and answered once it is", async ({ page }) => {
  const release = await holdInterpreters(page);
  await page.goto(LESSON);
  const lamp = cellNamed(page, "Light the lamp");
  await lamp.run.click();
  await expectState(lamp, "starting");
  await expect(lamp.sentence).toHaveText("Starting …");
  release();
  await expectState(lamp, "done");
  await expect(lamp.output).toHaveText("lamp at 3");
});

test("Stop ends the waiting for the machine, and the next Run works", async ({ page }) => {
  const release = await holdInterpreters(page);
  await page.goto(LESSON);
  const lamp = cellNamed(page, "Light the lamp");
  await lamp.run.click();
  await expectState(lamp, "starting");
  await lamp.stop.click();
  await expectState(lamp, "stopped");
  release();
  await runToEnd(lamp);
  await expect(lamp.output).toHaveText("lamp at 3");
});

for (const [part, files] of [
  ["interpreter", INTERPRETER],
  ["snapshot", "**/machine/python-snapshot.*"],
] as const)
  test(`a machine whose ${part} could not be fetched is told, and fetched at the next press`, async ({
    page,
  }) => {
    await page.route(files, (route) => route.abort());
    await page.goto(LESSON);
    const lamp = cellNamed(page, "Light the lamp");
    await lamp.run.click();
    await expectState(lamp, "failed");
    await expect(lamp.sentence).toContainText("Check your connection, then press Run again.");
    await page.unroute(files);
    await runToEnd(lamp);
  });

test("an editor that could not be fetched is told, and fetched at the next press", async ({
  page,
  context,
}) => {
  await page.goto(LESSON);
  const lamp = cellNamed(page, "Light the lamp");
  await expect(lamp.run).toBeEnabled();
  await context.setOffline(true);
  await lamp.edit.click();
  await expect(lamp.group.getByRole("alert")).toContainText("Check your connection, then press Edit again.");
  await context.setOffline(false);
  await openEditor(lamp);
});

test("a first Run without a connection is told, and works once it is back", async ({ page, context }) => {
  await page.goto(LESSON);
  const lamp = cellNamed(page, "Light the lamp");
  await expect(lamp.run).toBeEnabled();
  await context.setOffline(true);
  await lamp.run.click();
  await expectState(lamp, "failed");
  await expect(lamp.sentence).toHaveText(/^Nothing ran:/);
  await context.setOffline(false);
  await runToEnd(lamp);
});

test("what was fetched once runs without a connection", async ({ page, context }) => {
  await page.goto(LESSON);
  const lamp = cellNamed(page, "Light the lamp");
  await runToEnd(lamp);
  await context.setOffline(true);
  await runToEnd(lamp);
  await runToEnd(cellNamed(page, "Turn the beam"));
});
