import type { Browser } from "@playwright/test";
import type { Language } from "@/lib/run/language";
import { draftProgram, timeFromPress } from "./cell-timing";
import { median, type Measured } from "./measured";

const CELL = "traffic-report";
const RUNNING_MS = 500;
const programs: { language: Language; code: string; what: string; goal: string }[] = [
  { language: "python", code: "print(1)\nwhile True: pass", what: "by interrupt", goal: "≤ 30 ms" },
  { language: "python", code: "print(1)\nsum(range(10**11))", what: "by terminate", goal: "≤ 600 ms" },
  { language: "javascript", code: "console.log(1);\nfor (;;);", what: "by interrupt", goal: "≤ 30 ms" },
];

/** Stop → the cell can be run again. */
export async function measureStopping(browser: Browser, lesson: string, rounds: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { language, code, what, goal } of programs) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await draftProgram(page, { key: `lento:draft:${new URL(lesson).pathname}:${CELL}:${language}`, code });
    await draftProgram(page, { key: "lento:language", code: language });
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(lesson, { waitUntil: "networkidle" });
      await timeFromPress(page, { cell: CELL, button: "Run", until: "output" });
      await page.waitForTimeout(RUNNING_MS);
      times.push(await timeFromPress(page, { cell: CELL, button: "Stop", until: "stopped" }));
    }
    measured.push({ what: `${language}, Stop → usable, ${what}`, value: median(times), unit: "ms", goal });
    await context.close();
  }
  return measured;
}
