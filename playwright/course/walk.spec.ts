import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { cellWithId, chooseLanguage, expectState, printedIn } from "../cell";
import { differenceBetween } from "../printed-alike";
import { lessonsOf } from "../lesson-folders";

/** Races, on purpose: how often they go wrong is counted, and never the same. */
const RACES = new Set(["one-by-one", "four-threads"]);

/** What a lesson shows of a cell before it is run here: `recorded/<cell>.<language>.json`. */
function recordedIn(folder: string) {
  const recorded = path.join(folder, "recorded");
  if (!existsSync(recorded)) return [];
  return readdirSync(recorded).map((file) => {
    const [id = "", language = ""] = file.split(".");
    const shown: { stdout: string } = JSON.parse(readFileSync(path.join(recorded, file), "utf8"));
    return { id, language: language === "python" ? "Python" : "JavaScript", shown: shown.stdout } as const;
  });
}

for (const { address, folder } of lessonsOf("content"))
  test(`${address}: every cell prints what the lesson shows of it`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    const differences: string[] = [];
    for (const { id, language, shown } of recordedIn(folder)) {
      const cell = cellWithId(page, id);
      if ((await cell.languages.count()) > 0) await chooseLanguage(cell, language);
      await cell.run.click();
      await expectState(cell, /done|failed/);
      const difference = differenceBetween(shown, await printedIn(cell, "stdout"), {
        countsVary: RACES.has(id),
      });
      if (difference !== null) differences.push(`${id}, ${language}: ${difference}`);
    }
    expect(differences).toEqual([]);
  });

test("every link of every lesson leads somewhere, and every picture has words", async ({ page, request }) => {
  const places = new Map<string, string>();
  for (const { address } of lessonsOf("content")) {
    await page.goto(address);
    const found = await page
      .locator("main a[href]")
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")));
    for (const href of found) if (href.startsWith(new URL(page.url()).origin)) places.set(href, address);
    expect(await page.locator("main img:not([alt])").count(), address).toBe(0);
  }
  const dead: string[] = [];
  for (const [href, from] of places) {
    const { pathname, hash } = new URL(href);
    const response = await request.get(href);
    const isThere =
      hash === "" || (await response.text()).includes(`id="${decodeURIComponent(hash.slice(1))}"`);
    if (!response.ok() || !isThere) dead.push(`${pathname}${hash} in ${from}`);
  }
  expect(dead).toEqual([]);
});
