import type { Browser, Page } from "@playwright/test";
import * as z from "zod/mini";
import { cellNamed } from "../cell";
import { draftProgram } from "./cell-timing";
import type { Measured } from "./measured";
import { plainWorkersSpeedUp } from "./plain-workers";
import { proportionalMegabytes } from "../renderer-memory";

const CELL = { id: "visitors", title: "A change without a check" };
/** How long after a run, on an idle page, the processes booted ahead are certainly up. */
const SPARES_MS = 6_000;
/** What one task computes: some 40 ms, as handing one over and waking for its result takes up to 1 ms of a core that computes. */
const LOOPS = 300_000;
const FEW_CHILDREN = 1;
const MANY_CHILDREN = 7;

const Figures = z.record(z.string(), z.number());
const program = `
import json, statistics, threading, time
from multiprocessing import Pool, Process, SimpleQueue

def compute(_):
    total = 0
    for number in range(${LOOPS}):
        total += number * number % 7
    return total

def nothing(number):
    return number

def tell_time(answers):
    answers.put(time.time())

def start_one():
    answers = SimpleQueue()
    start = time.time()
    process = Process(target=tell_time, args=(answers,))
    process.start()
    told = answers.get()
    process.join()
    return (told - start) * 1000

def thread_switch(times=2000):
    ours, theirs = threading.Semaphore(0), threading.Semaphore(0)
    def answer():
        for _ in range(times):
            theirs.acquire()
            ours.release()
    other = threading.Thread(target=answer)
    other.start()
    start = time.perf_counter()
    for _ in range(times):
        theirs.release()
        ours.acquire()
    seconds = time.perf_counter() - start
    other.join()
    return seconds / (2 * times) * 1e6

def timed(act):
    start = time.perf_counter()
    act()
    return time.perf_counter() - start

if __name__ == "__main__":
    figures = {}
    figures["start, booted ahead"] = statistics.median([start_one(), start_one()])
    # One after the other, in turns, so that both meet the same computer.
    with Pool(1) as one, Pool(2) as two:
        for pool in (one, two):
            pool.map(compute, range(2), chunksize=1)
        compute_all = lambda pool: timed(lambda: pool.map(compute, range(8), chunksize=1))
        figures["speed-up"] = statistics.median(compute_all(one) / compute_all(two) for _ in range(5))
        figures["task"] = statistics.median(timed(lambda: two.map(nothing, range(1000), chunksize=1)) for _ in range(3)) * 1e3
    figures["start"] = statistics.median(start_one() for _ in range(5))
    figures["switch"] = statistics.median(thread_switch() for _ in range(3))
    print(json.dumps(figures))
`;
const waiting = (children: number) => `
import time
from multiprocessing import Barrier, Process

def wait(barrier):
    barrier.wait()
    time.sleep(60)

if __name__ == "__main__":
    barrier = Barrier(${children} + 1)
    for _ in range(${children}):
        Process(target=wait, args=(barrier,), daemon=True).start()
    barrier.wait()
    print("all are there")
    time.sleep(60)
`;

async function withProgram<Result>(
  browser: Browser,
  { lesson, code }: { lesson: string; code: string },
  use: (page: Page) => Promise<Result>,
) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await draftProgram(page, { key: `lento:draft:${new URL(lesson).pathname}:${CELL.id}:python`, code });
  await page.goto(lesson, { waitUntil: "networkidle" });
  const cell = cellNamed(page, CELL.title);
  await cell.group.hover();
  await page.waitForTimeout(SPARES_MS);
  try {
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Processes and threads of Python: what starting, switching and handing over cost, and what two cores give. */
export async function measureParallelPython(browser: Browser, lesson: string): Promise<Measured[]> {
  const control = await plainWorkersSpeedUp(browser);
  const figures = await withProgram(browser, { lesson, code: program }, async (page) => {
    const cell = cellNamed(page, CELL.title);
    await cell.run.click();
    await page.locator(`[data-cell="${CELL.id}"]:is([data-state="done"], [data-state="failed"])`).waitFor();
    return Figures.parse(JSON.parse((await cell.output.locator("pre").first().textContent()) ?? ""));
  });
  const figure = (name: string) => figures[name] ?? Number.NaN;
  const memory = async (children: number) =>
    withProgram(browser, { lesson, code: waiting(children) }, async (page) => {
      const cell = cellNamed(page, CELL.title);
      await cell.run.click();
      await cell.output.getByText("all are there").waitFor();
      return proportionalMegabytes(browser);
    });
  const few = await memory(FEW_CHILDREN);
  const many = await memory(MANY_CHILDREN);
  // Two processes are booted ahead and one is the program's own: with one child, one of them is left over.
  const booted = { few: 3, many: 1 + MANY_CHILDREN };
  return [
    {
      what: "python, Pool(2).map, against Pool(1).map",
      value: figure("speed-up"),
      unit: "times",
      goal: "≥ 1.8",
    },
    { what: "  the same in two plain workers without Python", value: control, unit: "times", goal: "" },
    { what: "python, Pool(2): a task that does nothing", value: figure("task"), unit: "µs", goal: "" },
    { what: "python, Process.start → its first line", value: figure("start"), unit: "ms", goal: "≤ 250 ms" },
    { what: "  the same, booted ahead", value: figure("start, booted ahead"), unit: "ms", goal: "" },
    { what: "python, switch from thread to thread", value: figure("switch"), unit: "µs", goal: "" },
    ...(few === null || many === null
      ? []
      : [
          {
            what: "python, memory of one more process",
            value: (many - few) / (booted.many - booted.few),
            unit: "MB" as const,
            goal: "",
          },
        ]),
  ];
}
