import { readFileSync } from "node:fs";
import { chromium, expect, test, type Page } from "@playwright/test";
import { cellNamed } from "../cell";
import { openEditor } from "../editing";
import { browserArguments, browserPath } from "../find-browser";
import { expectWork } from "../work-state";

/** What is typed is never lost: not to a crash, not to another tab, not to another device. */
const LESSON = "/lessons/keeping/first-light";
const lampOn = (page: Page) => cellNamed(page, "Light the lamp");

/** Puts a line before the first one, which says what it is. */
async function writeAbove(page: Page, line: string) {
  const lamp = lampOn(page);
  if (await lamp.edit.isVisible()) await openEditor(lamp);
  else await lamp.editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.insertText(`# ${line}\n`);
}

const openLesson = async (page: Page) => {
  await page.goto(LESSON);
  await expect(lampOn(page).run).toBeEnabled();
};

test("half a second after it is said to be on this device, the browser is killed, and all is there again", async ({
  baseURL,
}, testInfo) => {
  const executablePath = browserPath();
  const open = () =>
    chromium.launchPersistentContext(testInfo.outputPath("profile"), {
      args: browserArguments,
      ...(executablePath === undefined ? {} : { executablePath }),
      ...(baseURL === undefined ? {} : { baseURL }),
    });
  const context = await open();
  const page = context.pages()[0] ?? (await context.newPage());
  await openLesson(page);
  await writeAbove(page, "typed before the crash");
  await expectWork(page, "on this device");
  await new Promise((resolve) => void setTimeout(resolve, 500));
  process.kill(await browserPid(page), "SIGKILL");
  await context.close().catch(() => {});

  const again = await open();
  const later = again.pages()[0] ?? (await again.newPage());
  await later.goto(LESSON);
  await expect(lampOn(later).code).toContainText("# typed before the crash");
  await expectWork(later, "saved");
  await again.close();
});

/** The process that all others of the browser belong to. */
async function browserPid(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("The browser has no session to ask.");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type }) => type === "browser");
  if (main === undefined) throw new Error("The browser names no process of its own.");
  return main.id;
}

test("two tabs that both wrote are offered each other's, and what was not taken stands in the history", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openLesson(page);
  await openLesson(other);
  await writeAbove(page, "first tab");
  await expect(lampOn(other).code).toContainText("# first tab");
  await writeAbove(other, "second tab");
  const notice = lampOn(page).group.getByRole("status").filter({ hasText: "changed in another tab" });
  await expect(notice).toBeVisible();
  await expect(lampOn(page).group.locator(".view-lines")).not.toContainText("second tab");
  await notice.getByRole("button", { name: "Take it" }).click();
  await expect(notice).toBeHidden();
  await expect(lampOn(page).group.locator(".view-lines")).toContainText("second tab");

  await lampOn(page).group.getByRole("button", { name: "History" }).click();
  const history = page.getByRole("dialog", { name: "History" });
  await expect(history.getByLabel("This version")).toContainText("# second tab");
  await history.getByRole("radio").nth(1).check();
  await expect(history.getByLabel("This version")).not.toContainText("# second tab");
  await history.getByRole("button", { name: "Restore this version" }).click();
  await expect(history).toBeHidden();
  await expectWork(page, "saved");
  await page.reload();
  await expect(lampOn(page).code).toContainText("# first tab");
  await expect(lampOn(page).code).not.toContainText("# second tab");
});

test("what another device wrote is offered, never put over what is here", async ({
  page,
  browser,
  baseURL,
}) => {
  await openLesson(page);
  await writeAbove(page, "at home");
  await expectWork(page, "saved");
  const elsewhere = await browser.newContext({
    storageState: { cookies: await page.context().cookies(), origins: [] },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const train = await elsewhere.newPage();
  await train.goto(LESSON);
  await lampOn(train).group.hover();
  await expect(lampOn(train).code).toContainText("# at home");
  await writeAbove(train, "on the train");
  await expectWork(train, "saved");

  await writeAbove(page, "at home again");
  await expectWork(page, "1 to decide");
  const notice = lampOn(page).group.getByRole("status").filter({ hasText: "changed on another device" });
  await notice.getByText("Show that code").click();
  await expect(notice.getByLabel("The other code")).toContainText("# on the train");
  await notice.getByRole("button", { name: "Keep mine" }).click();
  await expectWork(page, "saved");
  await expect(notice).toBeHidden();
  await elsewhere.close();
});

test("all that was written can be taken away as a file, with what waits named", async ({ page, context }) => {
  await openLesson(page);
  await openEditor(lampOn(page));
  await context.setOffline(true);
  await writeAbove(page, "on the island");
  await expectWork(page, "offline, 1 waiting");
  await page.getByRole("button", { name: "Your work" }).click();
  const panel = page.getByRole("dialog", { name: "Your work" });
  await expect(panel.getByRole("list", { name: "Waiting" })).toContainText("Code of “lamp” (python)");
  const downloading = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download my answers" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("my-answers.json");
  expect(readFileSync(await file.path(), "utf8")).toContain("# on the island");
  await context.setOffline(false);
  await expectWork(page, "saved");
});

test("a part of the page that a deploy took away is had by one reload, and what was typed is there", async ({
  page,
}) => {
  let isGone = false;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) isGone = false;
  });
  await page.route(/\/_next\/static\/chunks\//, (route) =>
    isGone ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  await openLesson(page);
  await writeAbove(page, "before the deploy");
  isGone = true;
  await lampOn(page).group.getByRole("button", { name: "Time it" }).click();
  await expect(lampOn(page).edit).toBeVisible();
  await expect(lampOn(page).code).toContainText("# before the deploy");
});
