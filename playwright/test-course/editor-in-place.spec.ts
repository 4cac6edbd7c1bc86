import { expect, test, type Locator, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, languageNames } from "../cell";
import { openEditor } from "../editing";

const TOLERANCE_PX = 1;
/** The row of small buttons on the code gets narrower when Edit goes; nothing else may move. */
const SHIFT_LIMIT = 0.000_5;
const LESSON = "/lessons/storms/locked-doors";

/** Where the text of each line begins, by its own words; found and measured in one step, for the editor redraws lines. */
const placesOf = async (within: Locator, line: string) =>
  new Map(
    await within.evaluate(
      (container, selector) =>
        Array.from(container.querySelectorAll(selector)).flatMap(
          (element): [string, { x: number; y: number }][] => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
              const start = (node.textContent ?? "").search(/\S/);
              if (start === -1) continue;
              const range = document.createRange();
              range.setStart(node, start);
              range.setEnd(node, start + 1);
              const { x, y, height } = range.getBoundingClientRect();
              const text = (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
              return [[text, { x: x + scrollX, y: y + height / 2 + scrollY }]];
            }
            return [];
          },
        ),
      line,
    ),
  );

/** Counts how far things on the page move that nobody moved. */
async function watchShifts(page: Page) {
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      const shifted = list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, "value")), 0);
      const before = Number(document.documentElement.dataset["shifted"] ?? 0);
      document.documentElement.dataset["shifted"] = String(before + shifted);
    }).observe({ type: "layout-shift" });
    document.documentElement.dataset["shifted"] = "0";
  });
}

for (const language of languageNames)
  test(`the editor opens in the place of the code: nothing shifts, every line in ${language} stays where it was`, async ({
    page,
  }) => {
    await page.goto(LESSON);
    const cell = cellNamed(page, "Try every door");
    await chooseLanguage(cell, language);
    await cell.edit.scrollIntoViewIfNeeded();
    const before = { box: await cell.group.boundingBox(), lines: await placesOf(cell.code, ".line") };
    await watchShifts(page);
    await openEditor(cell);
    await page.getByText("Each line of the output is one door").click();
    const after = await placesOf(cell.group, ".view-line");
    expect(after.size).toBeGreaterThan(20);
    for (const [text, { x, y }] of after) {
      const place = before.lines.get(text);
      expect(place, text).toBeDefined();
      expect(Math.abs((place?.x ?? 0) - x), `x of ${text}`).toBeLessThanOrEqual(TOLERANCE_PX);
      expect(Math.abs((place?.y ?? 0) - y), `y of ${text}`).toBeLessThanOrEqual(TOLERANCE_PX);
    }
    expect(await cell.group.boundingBox()).toEqual(before.box);
    expect(Number(await page.locator("html").getAttribute("data-shifted"))).toBeLessThan(SHIFT_LIMIT);
  });
