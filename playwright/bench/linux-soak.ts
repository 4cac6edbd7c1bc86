import type { Browser } from "@playwright/test";
import { proportionalMegabytes } from "../renderer-memory";
import { enter, terminalNamed } from "../terminal";
import { answeredPrompt, TITLE } from "./linux-prompt";
import type { Measured } from "./measured";

const MINUTES = 30;
const LOOK_EVERY_MINUTES = 5;
/** Python's first start there takes some seconds. */
const PATIENCE_MS = 60_000;
/** What people do there: look around, ask for processes, write files, run programs that end and one that is ended. */
const COMMANDS = [
  "ls -l /usr/bin | head -20",
  "ps -ef",
  "top -b -n 1 | head -12",
  "seq 20000 > numbers; sort -r numbers | head -3; rm numbers",
  "python3 -c 'print(sum(range(100000)))'",
  "sleep 100 & kill $!; wait",
  "for i in 1 2 3 4 5; do date; done",
];

/** The memory of a page at whose prompt somebody works for half an hour, and how many of its commands were answered. */
export async function measureLinuxSoak(browser: Browser, lesson: string): Promise<Measured[]> {
  const context = await browser.newContext();
  const page = await answeredPrompt(context, lesson);
  const window = terminalNamed(page, TITLE).window("Terminal");
  const startMs = performance.now();
  const minutes = () => (performance.now() - startMs) / 60_000;
  const measured: Measured[] = [];
  let commands = 0;
  for (let due = LOOK_EVERY_MINUTES; due <= MINUTES; due += LOOK_EVERY_MINUTES) {
    while (minutes() < due) {
      commands += 1;
      await enter(window, `${COMMANDS[commands % COMMANDS.length]}; echo done-${commands}`);
      const answer = window.rows.locator("> div", { hasText: new RegExp(`^done-${commands}\\s*$`) });
      await answer.last().waitFor({ timeout: PATIENCE_MS });
    }
    const value = (await proportionalMegabytes(browser)) ?? Number.NaN;
    measured.push({
      what: `Linux, memory of the page after ${due} minutes, ${commands} commands`,
      value,
      unit: "MB",
      goal: "",
    });
  }
  await context.close();
  return measured;
}
