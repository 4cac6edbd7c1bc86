import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { allowClipboard, copyElsewhere } from "../editing";
import { enter, expectLine, openPromptAtQuay, PROMPT, QUAY, startTerminal, terminalNamed } from "../terminal";

/** It has two windows. */
const TWO = "The pumps";

/** One program that says that it runs: of a shell's loop an interrupt may meet no program, between two of them. */
const WAITS_FOR_EVER = "echo asleep > said; tail -f said";

async function faultsOf(page: Page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test("a lesson that is only read fetches no terminal; a press of Start leads to a prompt that answers", async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on("response", async (response) => {
    if (/\.js/.test(response.url())) fetched.push(await response.text().catch(() => ""));
  });
  await page.goto(QUAY);
  await expect(terminalNamed(page, PROMPT).start).toBeEnabled();
  await page.waitForLoadState("networkidle");
  const hasTerminal = () => fetched.some((text) => text.includes("xterm-helper-textarea"));
  expect(fetched.length).toBeGreaterThan(0);
  expect(hasTerminal()).toBe(false);

  const { window } = await openPromptAtQuay(page);
  await expect(window.input).toBeFocused();
  expect(hasTerminal()).toBe(true);
  await page.keyboard.type("echo heard\n");
  await expectLine(window, "heard");
});

test("two windows are two shells on one machine", async ({ page }) => {
  await page.goto(QUAY);
  const terminal = terminalNamed(page, TWO);
  await startTerminal(terminal, "Terminal 1");
  const [first, second] = [terminal.window("Terminal 1"), terminal.window("Terminal 2")];
  await expect(second.rows).toContainText("# ");
  await enter(first, "touch /root/from-the-first; echo made");
  await expectLine(first, "made");
  await enter(first, "sleep 1000");
  await enter(second, "ls /root");
  await expect(second.rows).toContainText("from-the-first");
  await expect(first.rows).toBeVisible();
  await expect(first.rows).toContainText("sleep 1000");
});

test("Ctrl-C ends a program, and with a selection Ctrl+Shift+C copies instead", async ({ page }) => {
  await allowClipboard(page);
  const { window } = await openPromptAtQuay(page);
  await enter(window, WAITS_FOR_EVER);
  await expectLine(window, "asleep");
  await page.keyboard.press("Control+C");
  await expect(window.rows).toContainText(/\^C.*# /);
  await page.keyboard.type("echo goes-on\n");
  await expectLine(window, "goes-on");
  await window.rows
    .locator("> div")
    .filter({ hasText: /^goes-on/ })
    .dblclick({ position: { x: 10, y: 8 }, force: true });
  await page.keyboard.press("Control+Shift+C");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("goes");
});

test("what is pasted arrives as it was copied, and its lines do not run by themselves", async ({ page }) => {
  await allowClipboard(page);
  const { window } = await openPromptAtQuay(page);
  await copyElsewhere(page, "echo pasted-one\necho pasted-two");
  await window.input.focus();
  await page.keyboard.press("Control+Shift+V");
  await expect(window.rows).toContainText("echo pasted-two");
  await expect(window.rows.locator("> div").filter({ hasText: /^pasted-one/ })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expectLine(window, "pasted-one");
  await expectLine(window, "pasted-two");
});

test("a program knows how large its window is, also when that changes", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { window } = await openPromptAtQuay(page);
  const sizeTold = async () => {
    await enter(window, "clear; stty size");
    const line = window.rows.locator("> div").filter({ hasText: /^\d+ \d+\s*$/ });
    await expect(line).toHaveCount(1);
    const [rows = 0, columns = 0] = ((await line.textContent()) ?? "").split(" ").map(Number);
    return { rows, columns };
  };
  const wide = await sizeTold();
  expect(wide.columns).toBeGreaterThan(70);
  await page.setViewportSize({ width: 500, height: 800 });
  await expect(async () => expect((await sizeTold()).columns).toBeLessThan(wide.columns)).toPass();
  expect(await window.rows.locator("> div").count()).toBe((await sizeTold()).rows);
});

test("what has scrolled away is found, and counted", async ({ page }) => {
  const { window } = await openPromptAtQuay(page);
  await enter(window, "for n in {1..60}; do echo needle-$n; done");
  await expectLine(window, "needle-60");
  await page.keyboard.press("Control+Shift+F");
  await expect(window.search).toBeFocused();
  await page.keyboard.type("needle-1");
  await expect(window.found).toHaveText(/of 11$/);
  const shownFirst = await window.found.textContent();
  await page.keyboard.press("Enter");
  await expect(window.found).not.toHaveText(shownFirst ?? "");
  await page.keyboard.press("Shift+Enter");
  await expect(window.found).toHaveText(shownFirst ?? "");
  await window.search.fill("no such thing");
  await expect(window.found).toHaveText("Not found");
  await page.keyboard.press("Escape");
  await expect(window.input).toBeFocused();
});

test("with the keyboard alone: into the terminal, Tab completes there, Escape and then Tab leave it", async ({
  page,
}) => {
  await page.goto(QUAY);
  const terminal = terminalNamed(page, PROMPT);
  await expect(terminal.start).toBeEnabled();
  await terminal.start.focus();
  await page.keyboard.press("Enter");
  const window = terminal.window("Terminal");
  await expect(window.rows).toContainText("# ");
  await expect(window.input).toBeFocused();
  await page.keyboard.type("echo one");
  await page.keyboard.press("Tab");
  await expect(window.input).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(window.input).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(window.input).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await expect(window.find).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`terminals have no fault that axe finds, with a search and the files open, in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(QUAY);
    const terminal = terminalNamed(page, TWO);
    await startTerminal(terminal, "Terminal 1");
    await terminal.group.getByRole("switch", { name: "Screen-reader mode" }).check();
    await terminal.window("Terminal 1").find.click();
    await terminal.window("Terminal 1").search.fill("root");
    await terminal.group.getByText("Files of the machine").click();
    expect(await faultsOf(page)).toEqual([]);
  });

test("a screen reader is given what stands in the terminal, once it is asked for, and on the next visit", async ({
  page,
}) => {
  const { terminal, window } = await openPromptAtQuay(page);
  const mode = terminal.group.getByRole("switch", { name: "Screen-reader mode" });
  await mode.check();
  await enter(window, "echo read-aloud");
  await expect(window.group.getByRole("listitem").filter({ hasText: /^read-aloud/ })).toBeAttached();
  await page.reload();
  await openPromptAtQuay(page);
  await expect(mode).toBeChecked();
});

test("on a phone windows are tabs, and the page is no wider than the screen", async ({ browser }) => {
  const page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(QUAY);
  const terminal = terminalNamed(page, TWO);
  await startTerminal(terminal, "Terminal 1");
  const [first, second] = [terminal.window("Terminal 1"), terminal.window("Terminal 2")];
  await expect(second.group).toBeHidden();
  await terminal.tab("Terminal 1").focus();
  await page.keyboard.press("ArrowRight");
  await expect(terminal.tab("Terminal 2")).toBeFocused();
  await expect(second.group).toBeVisible();
  await expect(first.group).toBeHidden();
  await enter(second, WAITS_FOR_EVER);
  await expectLine(second, "asleep");
  await second.group.getByRole("button", { name: "Control C" }).tap();
  await expect(second.input).toBeFocused();
  await expect(second.rows).toContainText(/\^C.*# /);
  await page.keyboard.type("echo after\n");
  await expectLine(second, "after");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});

test("a program that prints without end can be stopped, and the page answers meanwhile", async ({ page }) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, "yes flooding");
  await expect(window.rows).toContainText("flooding");
  const mode = terminal.group.getByRole("switch", { name: "Screen-reader mode" });
  await mode.check();
  await mode.uncheck();
  await window.input.focus();
  await page.keyboard.press("Control+C");
  await expect(window.rows).toContainText("# ");
  await page.keyboard.type("echo ended\n");
  await expectLine(window, "ended");
});
