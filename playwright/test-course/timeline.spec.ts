import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, languageNames } from "../cell";

const TITLE = "Coil the ropes";
type Language = (typeof languageNames)[number];

async function openRopes(page: Page, language: Language) {
  await page.goto("/lessons/keeping/workshop");
  const ropes = cellNamed(page, TITLE);
  await chooseLanguage(ropes, language);
  return ropes;
}

/** Runs the cell with notes for its timeline; gives what is shown then. */
async function timelineOf(ropes: ReturnType<typeof cellNamed>) {
  await ropes.group.getByRole("button", { name: "Timeline", exact: true }).click();
  const shown = ropes.group.getByRole("region", { name: "Timeline", exact: true });
  await expect(shown).toBeVisible({ timeout: 90_000 });
  await expectState(ropes, "done");
  return shown;
}

/** Who, kind, and what was waited for, of every row under the heads. */
async function tableOf(shown: Locator) {
  await shown.getByText("As a table").click();
  const rows = await shown
    .getByRole("row")
    .evaluateAll((all) => all.map((row) => Array.from(row.children, (cell) => cell.textContent ?? "")));
  return rows.slice(1).map((row) => ({ who: row[1] ?? "", kind: row[2] ?? "", waitedFor: row[9] ?? "" }));
}

const WANTED = {
  Python: {
    lanes: [
      "the program",
      /^Thread-1 \(coil\)$/,
      /^Thread-2 \(coil\)$/,
      "SpawnPoolWorker-1",
      "SpawnPoolWorker-2",
    ],
    tasks: ["coil('mast')", "coil('boom')", "coil('keel')"],
    workerWaits: ["sleep", "work"],
    programWaits: ["a thread", "the pool's results"],
    printed: "['mast', 'boom', 'keel']",
  },
  JavaScript: {
    lanes: ["the program", /^Pool worker \d+$/, /^Pool worker \d+$/],
    tasks: ['coil("mast")', 'coil("boom")', 'coil("keel")'],
    workerWaits: ["a timer", "work"],
    programWaits: ["the pool's results"],
    printed: "mast",
  },
} satisfies Record<Language, object>;

for (const language of languageNames) {
  test(`in ${language} Timeline shows who did what: lanes, tasks, and what was waited for`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { lanes, tasks, workerWaits, programWaits } = WANTED[language];
    const ropes = await openRopes(page, language);
    const shown = await timelineOf(ropes);
    await expect(ropes.output).toContainText(WANTED[language].printed);

    const picture = shown.getByRole("img", { name: "Lanes over time" });
    for (const lane of lanes) await expect(picture.getByText(lane).first()).toBeVisible();
    const rows = await tableOf(shown);
    const found = rows.filter(({ kind }) => kind !== "task").map(({ who }) => who);
    expect(found).toHaveLength(lanes.length);
    for (const lane of lanes) expect(found).toContainEqual(expect.stringMatching(lane));
    const labels = rows
      .filter(({ kind }) => kind === "task")
      .map(({ who }) => who.replace(/^task \d+: /, ""));
    expect(labels.toSorted()).toEqual(tasks.toSorted());
    for (const waited of programWaits) expect(rows[0]?.waitedFor).toContain(waited);
    // One of them may come so late that there is nothing left to do or to wait for.
    const workers = rows.filter(({ who }) => /Worker-|worker \d/.test(who));
    for (const waited of workerWaits)
      expect(workers.map(({ waitedFor }) => waitedFor)).toContainEqual(expect.stringContaining(waited));
    await expect(shown).toContainText(/A new process took .* to start\. \(measured\)/);
  });
}

test("the arrow keys read a timeline, a second run stands under the first, and the earlier one can be left out", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const ropes = await openRopes(page, "Python");
  const shown = await timelineOf(ropes);
  await shown.getByRole("application", { name: "Timeline" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByRole("status")).toContainText("the program");
  await page.keyboard.press("ArrowDown");
  await expect(shown.getByRole("status")).toContainText("Thread-1 (coil)");

  await chooseLanguage(ropes, "JavaScript");
  await timelineOf(ropes);
  const picture = shown.getByRole("img", { name: "Lanes over time" });
  await expect(picture).toContainText(`${TITLE} (Python)`);
  await expect(picture).toContainText(`${TITLE} (JavaScript)`);
  const { violations } = await new AxeBuilder({ page })
    .include('[data-cell="ropes"] section')
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
    [],
  );

  await shown.getByRole("button", { name: "Show this run only" }).click();
  await expect(picture).not.toContainText("(Python)");
  await expect(picture).toContainText(`${TITLE} (JavaScript)`);
});

test("Stop ends it in the middle, and no half of a timeline is shown", async ({ page }) => {
  const ropes = await openRopes(page, "Python");
  await ropes.group.getByRole("button", { name: "Timeline", exact: true }).click();
  await ropes.stop.click();
  await expectState(ropes, "stopped");
  await expect(ropes.group.getByRole("region", { name: "Timeline", exact: true })).toHaveCount(0);
  await ropes.run.click();
  await expectState(ropes, "done");
});

test("a timeline is zoomed into by keys, buttons and the wheel, and what is downloaded is the whole of it", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const ropes = await openRopes(page, "JavaScript");
  const shown = await timelineOf(ropes);
  const picture = shown.getByRole("img", { name: "Lanes over time" });
  const zoom = shown.getByRole("group", { name: "Zoom" });
  const lastMark = () =>
    picture
      .locator("text")
      .filter({ hasText: /^[\d.,]+ m?s$/ })
      .last()
      .textContent();
  const whole = await lastMark();

  await shown.getByRole("application", { name: "Timeline" }).focus();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect(zoom).toContainText(/ to .* of /);
  expect(await lastMark()).not.toBe(whole);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("0");
  await expect(zoom).not.toContainText(" of ");
  expect(await lastMark()).toBe(whole);

  const zoomIn = zoom.getByRole("button", { name: "Zoom in" });
  await zoomIn.click();
  await expect(zoom).toContainText(/ to .* of /);
  await zoom.getByRole("button", { name: "Later" }).click();
  const later = await zoom.textContent();
  await picture.hover();
  const box = await picture.boundingBox();
  if (box === null) throw new Error("The lanes are not to be seen.");
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(zoom).not.toHaveText(later ?? "");
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  const closer = await lastMark();

  const downloading = page.waitForEvent("download");
  await shown.getByRole("button", { name: "SVG" }).click();
  const file = await (await downloading).createReadStream();
  let svg = "";
  for await (const chunk of file) svg += String(chunk);
  expect(svg).toContain(`>${whole}<`);
  expect(closer).not.toBe(whole);
  await expect(picture).toBeVisible();
  await zoom.getByRole("button", { name: "Whole run" }).click();
  expect(await lastMark()).toBe(whole);
});
