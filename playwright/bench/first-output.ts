import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Language } from "@/lib/run/language";
import { draftProgram, timeFromPress } from "./cell-timing";
import { median, type Measured } from "./measured";

const CELL = "traffic-report";
const hello = {
  python: 'print("hello")',
  javascript: 'console.log("hello")',
  typescript: 'console.log("hello" as string)',
};
const goals = {
  python: { cold: "≤ 700 ms", warm: "≤ 350 ms", ready: "≤ 10 ms", bytes: "≤ 5.5 MB" },
  javascript: { cold: "≤ 150 ms", warm: "", ready: "≤ 10 ms", bytes: "" },
  typescript: { cold: "", warm: "", ready: "≤ 10 ms", bytes: "" },
};

/** How long after a reload with an idle page a spare process is certainly up. */
const SPARE_MS = 4_000;

/** Run → first output: with nothing in the cache, with the files in the cache, with a process booted ahead. */
export async function measureFirstOutput({
  browser,
  lesson,
  language,
  rounds,
}: {
  browser: Browser;
  lesson: string;
  language: Language;
  rounds: number;
}): Promise<Measured[]> {
  const newTimes = () => new Array<number>();
  const times = { cold: newTimes(), warm: newTimes(), atOnce: newTimes(), ready: newTimes() };
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext();
    const page = await pageWithProgram(context, { lesson, language });
    times.cold.push(await firstOutput(page, lesson));
    times.warm.push(await firstOutput(page, lesson));
    times.atOnce.push(await firstOutput(page, lesson, "commit"));
    await page.waitForTimeout(SPARE_MS);
    times.ready.push(await timeFromPress(page, { cell: CELL, button: "Run", until: "output" }));
    await context.close();
  }
  const goal = goals[language];
  const name = `${language}, Run → first output`;
  return [
    { what: `${name}: cold`, value: median(times.cold), unit: "ms", goal: goal.cold },
    { what: `${name}: warm page load`, value: median(times.warm), unit: "ms", goal: goal.warm },
    {
      what: `${name}: warm, pressed as soon as it can be`,
      value: median(times.atOnce),
      unit: "ms",
      goal: "",
    },
    { what: `${name}: a spare ready`, value: median(times.ready), unit: "ms", goal: goal.ready },
    {
      what: `${language}: bytes to first output, page included`,
      value: (await bytesToFirstOutput({ browser, lesson, language })) / 1000,
      unit: "kB",
      goal: goal.bytes,
    },
  ];
}

async function pageWithProgram(
  context: BrowserContext,
  { lesson, language }: { lesson: string; language: Language },
) {
  const page = await context.newPage();
  const key = `lento:draft:${new URL(lesson).pathname}:${CELL}:${language}`;
  await draftProgram(page, { key, code: hello[language] });
  await draftProgram(page, { key: "lento:language", code: language });
  return page;
}

/** Without the service worker, whose own requests the page's session does not hear of. */
async function bytesToFirstOutput({
  browser,
  lesson,
  language,
}: {
  browser: Browser;
  lesson: string;
  language: Language;
}) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await pageWithProgram(context, { lesson, language });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await firstOutput(page, lesson);
  await context.close();
  return bytes;
}

async function firstOutput(page: Page, lesson: string, until: "networkidle" | "commit" = "networkidle") {
  await page.goto(lesson, { waitUntil: until });
  await page
    .locator(`[data-cell="${CELL}"]`)
    .getByRole("button", { name: "Run", exact: true, disabled: false })
    .waitFor();
  return timeFromPress(page, { cell: CELL, button: "Run", until: "output" });
}
