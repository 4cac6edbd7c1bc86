import type { Browser, BrowserContext, Page } from "@playwright/test";
import { proportionalMegabytes } from "../renderer-memory";
import { enter, expectLine, terminalNamed } from "../terminal";
import { median, type Measured } from "./measured";

/** A terminal of the lesson, with one window. */
export const TITLE = "A prompt of your own";
const COMMANDS = 300;

/**
 * From the page's load to a command that was echoed and answered, pressed and typed as soon as the page takes it; the
 * page's longest task meanwhile; and its memory over a few hundred commands.
 */
export async function measureLinuxPrompt({
  browser,
  lesson,
  rounds,
}: {
  browser: Browser;
  lesson: string;
  rounds: number;
}): Promise<Measured[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext();
    for (const times of [cold, warm]) {
      const from = performance.now();
      const page = await answeredPrompt(context, lesson);
      times.push(performance.now() - from);
      longest.push(await longestTaskMs(page));
      await page.close();
    }
    await context.close();
  }
  const name = "Linux, page’s load → echoed command";
  return [
    { what: `${name}: cold`, value: median(cold), unit: "ms", goal: "≤ 2,000" },
    { what: `${name}: warm`, value: median(warm), unit: "ms", goal: "" },
    { what: "Linux, longest task of the page", value: Math.max(...longest), unit: "ms", goal: "≤ 100" },
    ...(await memoryInUse(browser, lesson)),
  ];
}

/** A page of the lesson in whose terminal a command was answered. */
export async function answeredPrompt(context: BrowserContext, lesson: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(lesson, { waitUntil: "commit" });
  const terminal = terminalNamed(page, TITLE);
  await terminal.start.click();
  const window = terminal.window("Terminal");
  await enter(window, "echo heard");
  // Looked for at every frame: as soon as a person would see it.
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".xterm-rows > div")].some((line) => line.textContent.startsWith("heard")),
  );
  return page;
}

const longestTaskMs = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // What nothing was noted of is none: the observer is not called then.
        setTimeout(() => resolve(0), 1_000);
        new PerformanceObserver((list) =>
          resolve(Math.max(...list.getEntries().map(({ duration }) => duration))),
        ).observe({ type: "longtask", buffered: true });
      }),
  );

async function memoryInUse(browser: Browser, lesson: string): Promise<Measured[]> {
  const context = await browser.newContext();
  const page = await answeredPrompt(context, lesson);
  const window = terminalNamed(page, TITLE).window("Terminal");
  const used: number[] = [];
  for (let command = 1; command <= COMMANDS; command += 1) {
    await enter(window, `ls -l /usr/bin | head -20; echo done-${command}`);
    await expectLine(window, `done-${command}`);
    if (command % (COMMANDS / 3) === 0) used.push((await proportionalMegabytes(browser)) ?? Number.NaN);
  }
  await context.close();
  return used.map((value, third) => ({
    what: `Linux, memory of the page after ${((third + 1) * COMMANDS) / 3} commands`,
    value,
    unit: "MB",
    goal: "",
  }));
}
