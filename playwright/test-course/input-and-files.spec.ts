import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { cellNamed, expectState } from "../cell";

const LESSON = "/lessons/keeping/workshop";

async function run(page: Page, code: string) {
  await page.addInitScript(
    ([key, draft]) => localStorage.setItem(key ?? "", draft ?? ""),
    [`lento:draft:${LESSON}:program:python`, code],
  );
  await page.goto(LESSON);
  const cell = cellNamed(page, "Any program");
  await cell.run.click();
  const field = cell.group.getByRole("textbox", { name: "Input", exact: true });
  const button = (name: string) => cell.group.getByRole("button", { name, exact: true });
  return { ...cell, field, button, files: cell.group.getByRole("region", { name: "Files", exact: true }) };
}

test("a program that asks is answered by keyboard alone, where it asks", async ({ page }) => {
  const cell = await run(
    page,
    'name = input("Who keeps the light? ")\nprint("Good night,", name)\nprint(input() + "!")',
  );
  await expect(cell.field).toBeFocused();
  await expect(cell.output).toContainText("Who keeps the light?");
  await page.keyboard.type("Ida");
  await page.keyboard.press("Enter");
  await expect(cell.output).toContainText("Good night, Ida");
  await expect(cell.field).toBeFocused();
  await page.keyboard.type("storm");
  await page.keyboard.press("Enter");
  await expect(cell.output).toContainText("storm!");
  await expectState(cell, "done");
  await expect(cell.field).toHaveCount(0);
});

test("a program that waits for an answer waits, computes nothing, and can be stopped", async ({ page }) => {
  const cell = await run(page, 'input("Who keeps the light? ")');
  await expect(cell.field).toBeVisible();
  await cell.stop.click();
  await expectState(cell, "stopped");
  await expect(cell.field).toHaveCount(0);
});

test("the end of the input is told to the program as anywhere", async ({ page }) => {
  const cell = await run(page, "import sys\nprint(len(sys.stdin.readlines()), 'lines')");
  await cell.field.fill("one");
  await cell.button("Send").click();
  await expect(cell.button("End of input")).toBeEnabled();
  await cell.field.press("Control+d");
  await expect(cell.output).toContainText("1 lines");
  await expectState(cell, "done");
});

test("what a program wrote is listed, read and taken away; text as text, bytes as they are", async ({
  page,
}) => {
  const cell = await run(
    page,
    `
import os
os.mkdir("logs")
open("logs/night.txt", "w").write("calm\\nä star\\n")
open("raw.bin", "wb").write(bytes(range(256)))
`,
  );
  await expectState(cell, "done");
  const entry = (name: string) => cell.files.getByRole("listitem").filter({ hasText: name });
  await expect(cell.files.getByRole("listitem")).toHaveCount(2);
  await entry("logs/night.txt").getByRole("button", { name: /^Open/ }).click();
  await expect(entry("logs/night.txt")).toContainText("ä star");
  const download = page.waitForEvent("download");
  await entry("raw.bin")
    .getByRole("button", { name: /download/i })
    .click();
  const bytes = await readFile(await (await download).path());
  expect([...bytes]).toEqual(Array.from({ length: 256 }, (_, byte) => byte));
});

test("the files of one run are not there in the next", async ({ page }) => {
  const cell = await run(page, "import os\nprint(sorted(os.listdir()))\nopen('trace', 'w').close()");
  await expectState(cell, "done");
  await expect(cell.files).toBeVisible();
  await cell.run.click();
  await expectState(cell, "done");
  await expect(cell.output).toContainText("['program.py']");
});
