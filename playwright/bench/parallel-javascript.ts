import type { Browser } from "@playwright/test";
import * as z from "zod/mini";
import { cellWithId } from "../cell";
import { draftProgram } from "./cell-timing";
import type { Measured } from "./measured";
import { plainWorkersSpeedUp } from "./plain-workers";

const CELL = "traffic-report";
/** How long after the page is idle the processes booted ahead are certainly up. */
const SPARES_MS = 6_000;
/** What one task computes: some 40 ms, as handing one over takes up to 1 ms of a core that computes. */
const LOOPS = 500_000;

const Figures = z.strictObject({ speedUp: z.number(), task: z.number() });
const program = `
function compute() {
  let total = 0;
  for (let number = 0; number < ${LOOPS}; number++) total = (total + number * number) % 7;
  return total;
}
const nothing = (number) => number;
const median = (values) => values.sort((one, other) => one - other)[values.length >> 1];
async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

if (isMain) {
  // One after the other, in turns, so that both meet the same computer.
  const [one, two] = [new Pool(1), new Pool(2)];
  const eight = Array.from({ length: 8 }, (_, at) => at);
  for (const pool of [one, two]) await pool.map(compute, [1, 2]);
  const speedUps = [];
  for (let round = 0; round < 5; round++)
    speedUps.push((await timed(() => one.map(compute, eight))) / (await timed(() => two.map(compute, eight))));
  const thousand = Array.from({ length: 1000 }, (_, at) => at);
  const tasks = [];
  for (let round = 0; round < 3; round++) tasks.push(await timed(() => two.map(nothing, thousand)));
  console.log(JSON.stringify({ speedUp: median(speedUps), task: median(tasks) }));
  one.terminate();
  two.terminate();
}
`;

/** What two cores give a `Pool` in JavaScript, and what handing a task to it costs. */
export async function measureParallelJavaScript(browser: Browser, lesson: string): Promise<Measured[]> {
  const control = await plainWorkersSpeedUp(browser);
  const context = await browser.newContext();
  const page = await context.newPage();
  const key = `lento:draft:${new URL(lesson).pathname}:${CELL}:javascript`;
  await draftProgram(page, { key, code: program });
  await draftProgram(page, { key: "lento:language", code: "javascript" });
  await page.goto(lesson, { waitUntil: "networkidle" });
  const cell = cellWithId(page, CELL);
  await cell.group.hover();
  await page.waitForTimeout(SPARES_MS);
  await cell.run.click();
  await page.locator(`[data-cell="${CELL}"]:is([data-state="done"], [data-state="failed"])`).waitFor();
  const printed = await cell.output.locator("pre").first().textContent();
  await context.close();
  const { speedUp, task } = Figures.parse(JSON.parse(printed ?? ""));
  return [
    { what: "javascript, Pool(2).map, against Pool(1).map", value: speedUp, unit: "times", goal: "≥ 1.8" },
    { what: "  the same in two plain workers", value: control, unit: "times", goal: "" },
    { what: "javascript, Pool(2): a task that does nothing", value: task, unit: "µs", goal: "" },
  ];
}
