import { expect, type Page } from "@playwright/test";
import type { CellOnPage } from "./cell";

/** Lets a journey put text on the clipboard, as if it had been copied elsewhere. */
export const allowClipboard = (page: Page) =>
  page.context().grantPermissions(["clipboard-read", "clipboard-write"]);

export const copyElsewhere = (page: Page, text: string) =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

export async function openEditor(cell: CellOnPage) {
  await cell.edit.click();
  await expect(cell.editor).toBeFocused();
}

/** Replaces all of a cell's code by what is pasted into its editor, which has the focus. */
export async function pasteOver(cell: CellOnPage, code: string) {
  const page = cell.group.page();
  await copyElsewhere(page, code);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+V");
}
