import { expect, test, type Page } from "@playwright/test";
import { enter, expectLine, openPromptAtQuay, startTerminal } from "../terminal";

test("a machine goes on where it was left when the page is opened again, and starts over when asked to, which can be undone", async ({
  page,
}) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, "echo written > /root/kept; echo done-writing");
  await expectLine(window, "done-writing");
  // The page is left for another one of the course, and come back to.
  await page.getByRole("link", { name: "The lighthouse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The lighthouse");
  await page.goBack();
  await startTerminal(terminal, "Terminal");
  await expect(window.rows).toContainText("done-writing");
  await expect(terminal.group).toContainText("It goes on where you left it.");
  await enter(window, "cat /root/kept");
  await expectLine(window, "written");

  await terminal.startOver.click();
  await expect(window.rows).not.toContainText("done-writing");
  await expect(window.rows).toContainText("# ");
  await enter(window, "cat /root/kept; echo looked");
  await expectLine(window, "looked");
  await expect(window.rows.locator("> div").filter({ hasText: /^written/ })).toHaveCount(0);

  await terminal.undoStartOver.click();
  await expect(window.rows).toContainText("done-writing");
  await enter(window, "cat /root/kept; echo back");
  await expectLine(window, "back");
  await expectLine(window, "written");
  await expect(terminal.undoStartOver).toBeEnabled();
});

test("a machine is kept while it is quiet: a reload loses nothing of it", async ({ page }) => {
  const { window } = await openPromptAtQuay(page);
  await enter(window, "touch /root/before-the-reload; echo made");
  await expectLine(window, "made");
  await expect(async () => expect(await keptMachines(page)).toBe(1)).toPass({ timeout: 30_000 });
  await page.reload();
  const { window: again } = await openPromptAtQuay(page);
  await enter(again, "ls /root");
  await expect(again.rows).toContainText("before-the-reload");
});

/** How many machines this browser keeps. */
const keptMachines = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("lento-machines");
        opening.addEventListener("error", () => reject(opening.error ?? new Error("not opened")));
        opening.addEventListener("success", () => {
          const { result } = opening;
          const counted = result.transaction("machines").objectStore("machines").count();
          counted.addEventListener("success", () => {
            result.close();
            resolve(counted.result);
          });
        });
      }),
  );

test("a file goes from the machine into the editor and back, and from this computer into the machine", async ({
  page,
}) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, "echo 'print(1)' > /root/caesar.py; echo made");
  await expectLine(window, "made");
  await terminal.group.getByText("Files of the machine").click();
  const path = terminal.group.getByRole("textbox", { name: "Path in the machine" });
  await path.fill("caesar.py");
  await terminal.group.getByRole("button", { name: "Open", exact: true }).click();
  const editor = terminal.group.getByRole("textbox", { name: "/root/caesar.py: text" });
  await expect(editor).toBeFocused();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("print('saved')\n");
  await terminal.group.getByRole("button", { name: "Save to the machine" }).click();
  await expect(terminal.group).toContainText("/root/caesar.py is in the machine as it stands here.");
  await enter(window, "clear; cat /root/caesar.py");
  await expectLine(window, "print('saved')");

  await path.fill("/root/none");
  await page.keyboard.press("Enter");
  await expect(terminal.group.getByRole("alert")).toHaveText(
    "There is no file /root/none in the machine. Look with: ls /root",
  );
  await terminal.group
    .getByLabel("Put a file of yours into /root")
    .setInputFiles({ name: "mine.txt", mimeType: "text/plain", buffer: Buffer.from("from here\n") });
  await expect(terminal.group).toContainText("/root/mine.txt is in the machine.");
  await enter(window, "clear; cat /root/mine.txt");
  await expectLine(window, "from here");

  const downloading = page.waitForEvent("download");
  await path.fill("mine.txt");
  await terminal.group.getByRole("button", { name: "Download", exact: true }).click();
  expect((await downloading).suggestedFilename()).toBe("mine.txt");
});
