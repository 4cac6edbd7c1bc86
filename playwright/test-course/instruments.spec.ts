import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { BEAMS } from "../beams";
import { cellNamed, chooseLanguage, expectState, languageNames, type CellOnPage } from "../cell";
import { openEditor, pasteOver } from "../editing";

const SIZE = 100;

async function openBeams(page: Page, language: (typeof languageNames)[number]) {
  await page.goto("/lessons/keeping/workshop");
  const beams = cellNamed(page, BEAMS.title);
  await chooseLanguage(beams, language);
  return beams;
}

const instrument = (cell: CellOnPage, name: string) => cell.group.getByRole("button", { name, exact: true });
const report = (cell: CellOnPage, name: string) => cell.group.getByRole("region", { name, exact: true });

/** Presses an instrument's button and waits for what it has to say. */
async function use(cell: CellOnPage, { button, shows }: { button: string; shows: string }) {
  await instrument(cell, button).click();
  const shown = report(cell, shows);
  await expect(shown).toBeVisible({ timeout: 60_000 });
  await expectState(cell, "done");
  return shown;
}

const rowsOf = (table: Locator) =>
  table
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent)));

/** In what the cell shows; what the header covers while the page is scrolled is not its fault. */
async function faultsOf(page: Page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const report = new AxeBuilder({ page }).include('[data-cell="beams"] section');
  const { violations } = await report.withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

for (const language of languageNames) {
  test(`in ${language} Time it shows every run, and the work that is the same everywhere`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const beams = await openBeams(page, language);
    const times = await use(beams, { button: "Time it", shows: "Times" });
    await expect(times).toContainText("10 runs, each in a fresh process");
    await expect(times).toContainText(
      `${BEAMS.steps[language].toLocaleString("en")} steps (counted; the same`,
    );
    await times.getByText("As a table").click();
    expect(await rowsOf(times.getByRole("table"))).toHaveLength(11);
    await expect(beams.output).toHaveText("880");
  });

  test(`in ${language} Profile counts the calls, heats the lines, and leaves for other tools`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const beams = await openBeams(page, language);
    const called = language === "Python" ? "in_light" : "inLight";
    const profile = await use(beams, { button: "Profile", shows: "Profile" });
    const row = profile.getByRole("row").filter({ hasText: called });
    await expect(row.getByRole("cell").first()).toHaveText(String(SIZE));

    await profile.getByRole("tab", { name: "Functions" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(profile.getByRole("tab", { name: "Lines" })).toBeFocused();
    await expect(profile.getByRole("region", { name: "Lines" })).toBeVisible();
    await page.keyboard.press("ArrowRight");
    const graph = profile.getByRole("application", { name: "Flame graph" });
    await graph.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(profile.getByText(/of the profile; .* of it its own\./)).toBeVisible();
    await profile.getByLabel("Search").fill(called);
    await expect(profile.getByText(/% of the width shown/)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);

    await beams.group.getByRole("button", { name: "Edit" }).click();
    const told = await beams.group
      .getByTitle(/^Line \d+: .* began [\d,]+ times$/)
      .first()
      .getAttribute("title");
    const line = /^Line (\d+):/.exec(told ?? "")?.[1];
    await beams.group
      .locator(".line-numbers")
      .filter({ hasText: new RegExp(`^${line}$`) })
      .hover();
    await expect(page.getByText(told ?? "", { exact: true })).toBeVisible();

    const download = page.waitForEvent("download");
    await profile.getByRole("button", { name: "callgrind" }).click();
    const path = await (await download).path();
    expect(readFileSync(path, "utf8")).toMatch(
      new RegExp(`^c?fn=\\(\\d+\\) ${called}\\ncalls=${SIZE} `, "m"),
    );
  });
}

test("a version that was timed stays on the device, and a later one races against it", async ({ page }) => {
  test.setTimeout(180_000);
  const beams = await openBeams(page, "JavaScript");
  await use(beams, { button: "Time it", shows: "Times" });
  await page.reload();
  await openEditor(beams);
  await pasteOver(beams, "for (let i = 0; i < 1000; i++);\nconsole.log(880);");
  await use(beams, { button: "Time it", shows: "Times" });
  await page.reload();
  await openEditor(beams);
  await pasteOver(beams, "console.log(880);");
  const times = await use(beams, { button: "Time it", shows: "Times" });
  await expect(times).toContainText("× less counted work than your first try.");
  await times.getByLabel("Race this version against").selectOption({ index: 1 });
  await times.getByRole("button", { name: "Race", exact: true }).click();
  await expect(times).toContainText("95 % interval", { timeout: 90_000 });
  await expect(times).toContainText("× less counted work.");

  await times.getByText("Versions timed on this device (3)").click();
  await times.getByRole("checkbox", { name: "The author’s version" }).check();
  await times.getByRole("checkbox", { name: "Your first try" }).check();
  await expect(times.getByRole("status")).toContainText("but not measured in the same session");
  await expect(times).toContainText("for (let i = 0; i < 1000; i++);");
  expect(await faultsOf(page)).toEqual([]);
  await times.getByRole("button", { name: "Race those chosen" }).click();
  await expect(times.getByText("95 % interval")).toHaveCount(2, { timeout: 90_000 });
});

test("Growth asks for a prediction, then shows how time and work grow, and what ten times the size would cost", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const beams = await openBeams(page, "JavaScript");
  await beams.group.getByLabel("Predict: when n doubles, its work").selectOption("O(n)");
  const growth = await use(beams, { button: "Growth", shows: "Growth" });
  await expect(growth).toContainText("Its work grows like O(n²)");
  await expect(growth).toContainText("You predicted O(n) (dashed); it is O(n²).");
  await expect(growth).toContainText(/At n = [\d,]+ it would be about/);
  await growth.getByText("As a table").click();
  const rows = await rowsOf(growth.getByRole("table"));
  expect(rows[1]?.[0]).toBe(String(SIZE));
  expect(rows[2]?.[0]).toBe(String(2 * SIZE));
  expect(await faultsOf(page)).toEqual([]);
});

const LEAKS = {
  Python: `kept = []
for number in range(60_000):
    kept.append(f"page {number} " * 20)
print(len(kept))`,
  JavaScript: `const kept = [];
for (let number = 0; number < 200_000; number++)
  kept.push([number]);
console.log(kept.length);`,
};
const FLAT = {
  Python: `kept = [f"page {number} " * 20 for number in range(2_000)]
for number in range(60_000):
    kept[number % 2_000] = f"page {number} " * 20
print(len(kept))`,
  JavaScript: `const kept = [];
for (let number = 0; number < 300_000; number++)
  kept[number % 10_000] = [number];
console.log(kept.length);`,
};

for (const language of languageNames) {
  test(`in ${language} Memory sees that a program which keeps all grows to the end`, async ({ page }) => {
    test.setTimeout(120_000);
    const beams = await openBeams(page, language);
    await openEditor(beams);
    await pasteOver(beams, LEAKS[language]);
    const leak = await use(beams, { button: "Memory", shows: "Memory" });
    await expect(leak).toContainText("Grew to the end");
    await expect(leak.getByRole("img", { name: "Memory over time" })).toBeVisible();
    if (language === "Python") {
      await expect(leak).toContainText(/line 3 holds \d+ % of it/);
      const first = leak.getByRole("region", { name: "Who holds it" }).getByRole("row").nth(1);
      await expect(first).toContainText(/^line 3/);
    } else await expect(leak).toContainText("nor which line asked for it");
    await leak.getByText("As a table").click();
    expect((await rowsOf(leak.getByRole("table").first())).length).toBeGreaterThan(6);
    expect(await faultsOf(page)).toEqual([]);
  });

  test(`in ${language} Memory sees that a program which forgets goes flat`, async ({ page }) => {
    test.setTimeout(120_000);
    const beams = await openBeams(page, language);
    await openEditor(beams);
    await pasteOver(beams, FLAT[language]);
    const flat = await use(beams, { button: "Memory", shows: "Memory" });
    await expect(flat).toContainText("Went flat");
  });
}

test("Stop ends a timing in the middle, and nothing half-done is shown", async ({ page }) => {
  const beams = await openBeams(page, "Python");
  await instrument(beams, "Time it").click();
  await expect(beams.group.getByText(/Round \d+ of 10/)).toBeVisible();
  await beams.stop.click();
  await expectState(beams, "stopped");
  await expect(report(beams, "Times")).toHaveCount(0);
  await beams.run.click();
  await expectState(beams, "done");
});
