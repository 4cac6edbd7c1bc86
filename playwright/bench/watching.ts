import type { Browser, Page } from "@playwright/test";
import { draftProgram } from "./cell-timing";
import type { Measured } from "./measured";

const CELL = "traffic-report";
/** So long a report may take to be there. */
const REPORT_TIMEOUT_MS = 180_000;

const RAN_FOR = /ran for ([\d.,]+) (ms|s)/;

/** A second or so of what lessons do: loops, calls, a dictionary, texts. */
const programs = {
  python: `
def word(number):
    return f"item-{number % 97}"

seen = {}
for number in range(2_000_000):
    name = word(number)
    seen[name] = seen.get(name, 0) + 1
print(sum(seen.values()))
`,
  javascript: `
const word = (number) => "item-" + (number % 97);

const seen = new Map();
for (let number = 0; number < 2_000_000; number += 1) {
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
    const times = await reportOf(page, "Time it", "Times");
    const plainMs = msIn(times, /Median ([\d.,]+) (ms|s) /);
    const [, counted = ""] = /counted took ([\d.,]+) ×/.exec(times) ?? [];
    const everyCallMs = msIn(await reportOf(page, "Profile", "Profile"), RAN_FOR);
    const sampledMs = msIn(await reportOf(page, "Profile by sampling instead", "Profile"), RAN_FOR);
    measured.push(
      { what: `${language}: the program, plain`, value: plainMs, unit: "ms", goal: "" },
      { what: `${language}: its work counted`, value: Number(counted), unit: "times", goal: "≤ 8" },
      { what: `${language}: sampled`, value: sampledMs / plainMs, unit: "times", goal: "≤ 1.1" },
      { what: `${language}: every call and line`, value: everyCallMs / plainMs, unit: "times", goal: "" },
    );
    await context.close();
  }
  return measured;
}

/** Presses an instrument's button, and gives its report as text once it is there. */
async function reportOf(page: Page, button: string, report: string): Promise<string> {
  const cell = page.locator(`[data-cell="${CELL}"]`);
  await cell.getByRole("button", { name: button, exact: true }).click();
  const shown = cell.getByRole("region", { name: report });
  await shown.locator("figure, [role=tabpanel]").first().waitFor({ timeout: REPORT_TIMEOUT_MS });
  return (await shown.textContent()) ?? "";
}

function msIn(report: string, pattern: RegExp): number {
  const [, figure, unit] = pattern.exec(report) ?? [];
  if (figure === undefined) throw new Error(`The report does not say how long it took: ${report}`);
  return Number(figure.replaceAll(",", "")) * (unit === "s" ? 1_000 : 1);
}
