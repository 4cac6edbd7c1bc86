import { expect, test, type Browser, type Page } from "@playwright/test";
import * as z from "zod/mini";
import { cellNamed, chooseLanguage, expectState, languageOf } from "../cell";
import { proportionalMegabytes } from "../renderer-memory";

/** How often a program is run; the machine must not grow, however often that is. */
const RUNS = Number(process.env["RUNS_IN_A_ROW"] ?? 20);
const LESSON = "/lessons/keeping/workshop";

const python = `
import threading
from multiprocessing import Pool, Queue

def double(number):
    return 2 * number

if __name__ == "__main__":
    queue = Queue()
    with Pool(2) as pool:
        doubled = pool.map(double, range(50))
    threads = [threading.Thread(target=queue.put, args=(number,)) for number in doubled]
    for thread in threads:
        thread.start()
    with open("sum.txt", "w") as file:
        print(sum(queue.get() for _ in threads), file=file)
    held = bytearray(20_000_000)
    print(open("sum.txt").read())
`;

const javascript = `
const double = (number) => 2 * number;

async function main() {
  const pool = new Pool(2);
  const doubled = await pool.map(double, Array.from({ length: 50 }, (_, number) => number));
  await pool.close();
  const held = new Array(2_000_000).fill(0.5);
  await new Promise((resolve) => setTimeout(resolve, 1));
  console.log(doubled.reduce((sum, number) => sum + number, 0));
}

if (isMain) main();
`;

/** What one more process takes of a language is about half of `oneRunMegabytes`. */
const languages = [
  { language: "Python", title: "Any program", id: "program", program: python, oneRunMegabytes: 100 },
  { language: "JavaScript", title: "Any script", id: "script", program: javascript, oneRunMegabytes: 50 },
] as const;

const Target = z.object({ type: z.string(), browserContextId: z.optional(z.string()) });
const Targets = z.object({ targetInfos: z.array(Target) });

/** The workers of this page: another journey's, which may be on their way out, are in another context. */
async function workersOf(page: Page, browser: Browser) {
  const ofPage = await page.context().newCDPSession(page);
  const { targetInfo } = z.object({ targetInfo: Target }).parse(await ofPage.send("Target.getTargetInfo"));
  await ofPage.detach();
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = Targets.parse(
    await session.send("Target.getTargets", { filter: [{ type: "worker", exclude: false }] }),
  );
  await session.detach();
  return targetInfos.filter(({ browserContextId }) => browserContextId === targetInfo.browserContextId)
    .length;
}

for (const { language, title, id, program, oneRunMegabytes } of languages)
  test(`${RUNS} runs of ${language} in a row leave no worker and no memory behind`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(60_000 + RUNS * 10_000);
    await page.addInitScript(
      ([key, code]) => localStorage.setItem(key ?? "", code ?? ""),
      [`lento:draft:${LESSON}:${id}:${language.toLowerCase()}`, program],
    );
    await page.goto(LESSON);
    const cell = cellNamed(page, title);
    if ((await languageOf(cell, language).count()) > 0) await chooseLanguage(cell, language);
    const run = async () => {
      await cell.run.click();
      await expect(cell.output.locator("pre")).toHaveText("2450");
      await expectState(cell, "done");
    };
    // The program's own process and two more are booted ahead again after each run.
    const spares = 3;
    const untilSettled = () => expect.poll(() => workersOf(page, browser)).toBe(spares);

    await run();
    await run();
    await untilSettled();
    const before = await proportionalMegabytes(browser);
    for (let count = 2; count < RUNS; count += 1) await run();
    await untilSettled();
    if (before === null) return;
    await expect
      .poll(async () => ((await proportionalMegabytes(browser)) ?? 0) - before)
      .toBeLessThan(oneRunMegabytes);
  });
