import type { Browser, Page } from "@playwright/test";
import { draftProgram } from "./cell-timing";
import { median, type Measured } from "./measured";

const CELL = "traffic-report";
/** So long a report may take to be there. */
const REPORT_TIMEOUT_MS = 180_000;

/** A second of what lessons do: loops, calls, a dictionary, texts. */
const programs = {
  python: `
def word(number):
    return f"item-{number % 97}"

seen = {}
for number in range(400_000):
    name = word(number)
    seen[name] = seen.get(name, 0) + 1
print(sum(seen.values()))
`,
  javascript: `
const word = (number) => "item-" + (number % 97);

const seen = new Map();
for (let number = 0; number < 400_000; number += 1) {
  const name = word(number);
  seen.set(name, (seen.get(name) ?? 0) + 1);
}
console.log([...seen.values()].reduce((sum, count) => sum + count, 0));
`,
};

/** How many times as long as plain a program runs while it is watched: its work counted, sampled, profiled call by call. */
export async function measureWatching(browser: Browser, lesson: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const language of ["python", "javascript"] as const) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const key = `lento:draft:${new URL(lesson).pathname}:${CELL}:${language}`;
    await draftProgram(page, { key, code: programs[language] });
    await draftProgram(page, { key: "lento:language", code: language });
    await page.goto(lesson, { waitUntil: "networkidle" });
    // Each round of its times, then the one that counts.
    const timed = await runsOf(page, "Time it", "Times");
    const [counted = Number.NaN] = timed.slice(-1);
    const plainMs = median(timed.slice(1, -1));
    const [everyCall = Number.NaN] = await runsOf(page, "Profile", "Profile");
    const [sampled = Number.NaN] = await runsOf(page, "Profile by sampling instead", "Profile");
    measured.push(
      { what: `${language}: the program, plain`, value: plainMs, unit: "ms", goal: "" },
      { what: `${language}: its work counted`, value: counted / plainMs, unit: "times", goal: "≤ 8" },
      { what: `${language}: sampled`, value: sampled / plainMs, unit: "times", goal: "≤ 1.1" },
      { what: `${language}: every call and line`, value: everyCall / plainMs, unit: "times", goal: "" },
    );
    await context.close();
  }
  return measured;
}

/** Presses an instrument's button; gives how long each run took that it made, in ms, once its report is there. */
async function runsOf(page: Page, button: string, report: string): Promise<number[]> {
  const cell = page.locator(`[data-cell="${CELL}"]`);
  const running = cell.evaluateHandle((group: HTMLElement) => {
    const runs: number[] = [];
    let since: number | null = null;
    new MutationObserver(() => {
      const isRunning = group.dataset["state"] === "running";
      if (isRunning) since ??= performance.now();
      else if (since !== null) {
        runs.push(performance.now() - since);
        since = null;
      }
    }).observe(group, { attributes: true, attributeFilter: ["data-state"] });
    return runs;
  });
  const runs = await running;
  await cell.getByRole("button", { name: button, exact: true }).click();
  await cell.getByRole("region", { name: report }).getByRole("table").first().waitFor({
    state: "attached",
    timeout: REPORT_TIMEOUT_MS,
  });
  return runs.jsonValue();
}
