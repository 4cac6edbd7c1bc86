import { expect, test } from "vitest";
import { openTimelineCollector } from "@/lib/machine/timeline-collector";
import type { Timeline } from "@/lib/run/timeline";
import { bootInNode } from "./boot-in-node";
import { endingTurns } from "./frame-for-tests";
import { runIn } from "./run-for-tests";

const PID = 100;

/** Runs a program whose notes are collected as the frame does it. */
async function timelineOf(code: string) {
  const collector = openTimelineCollector();
  const booted = await bootInNode({
    tellsTimeline: true,
    told: (message) => void (message.type === "noted" && collector.notes(PID, message.notes)),
  });
  const ran = await endingTurns(booted, () => runIn(booted, code));
  expect(ran.stderr).toBe("");
  const timeline = collector.timeline({ pid: PID, atMs: performance.timeOrigin + performance.now() });
  if (timeline === null) throw new Error("There is no timeline.");
  return { ...timeline, stdout: ran.stdout };
}

/** What a lane was at, one after the other: `running`, `waiting: sleep`. */
const statesOf = ({ lanes, spans }: Pick<Timeline, "lanes" | "spans">, name: string) =>
  spans
    .filter(({ lane }) => lanes[lane]?.name === name)
    .map(({ state, label }) => (label === "" ? state : `${state}: ${label}`));

test("a program that sleeps is one lane, which waits for its sleep", async () => {
  const timeline = await timelineOf("import time\ntime.sleep(0.05)\nprint(sum(range(100_000)))");
  expect(timeline.lanes).toEqual([{ kind: "process", name: "the program", parent: null }]);
  expect(statesOf(timeline, "the program")).toEqual(["running", "waiting: sleep", "running"]);
});

test("threads have lanes of their own, by the names that Python gives them, and say what they wait for", async () => {
  const timeline = await timelineOf(`
import queue, threading, time
tasks = queue.Queue()
def ask(host):
    time.sleep(0.05)
    tasks.put(host)
def take():
    print(tasks.get())
threads = [threading.Thread(target=ask, args=("shop",)), threading.Thread(target=take)]
for thread in threads: thread.start()
for thread in threads: thread.join()`);
  expect(timeline.stdout).toBe("shop\n");
  expect(timeline.lanes.map(({ kind, name, parent }) => [kind, name, parent])).toEqual([
    ["process", "the program", null],
    ["thread", "Thread-1 (ask)", 0],
    ["thread", "Thread-2 (take)", 0],
  ]);
  expect(statesOf(timeline, "Thread-1 (ask)")).toContain("waiting: sleep");
  expect(statesOf(timeline, "Thread-2 (take)")).toContain("waiting: a queue");
  expect(statesOf(timeline, "the program")).toContain("waiting: a thread");
});

test("threads that compute take turns: never do two of them run at once", async () => {
  const timeline = await timelineOf(`
import threading
turns = []
def compute(name):
    while len(turns) < 9:
        if not turns or turns[-1] != name: turns.append(name)
threads = [threading.Thread(target=compute, args=(name,)) for name in "ab"]
for thread in threads: thread.start()
for thread in threads: thread.join()`);
  for (const name of ["Thread-1 (compute)", "Thread-2 (compute)"])
    expect(statesOf(timeline, name)).toContain("ready");
  const running = timeline.spans
    .filter(({ state }) => state === "running")
    .toSorted((one, other) => one.fromMs - other.fromMs);
  const overlaps = running.filter(({ fromMs }, index) => fromMs + 0.5 < (running[index - 1]?.toMs ?? 0));
  expect(running.length).toBeGreaterThan(4);
  expect(overlaps).toEqual([]);
});

test("what a pool of threads is handed are tasks with the function's name and its value, in the worker's lane", async () => {
  const timeline = await timelineOf(`
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
def ask(host): time.sleep(0.02)
with ThreadPoolExecutor(2) as executor: list(executor.map(ask, ["shop", "mail", "wiki"]))
with ThreadPool(2) as pool: pool.map(ask, range(4))`);
  const labels = timeline.tasks.map(({ label }) => label);
  expect(labels.toSorted()).toEqual(
    ["shop", "mail", "wiki"]
      .map((host) => `ask('${host}')`)
      .concat([0, 1, 2, 3].map((n) => `ask(${n})`))
      .toSorted(),
  );
  const workers = new Set(timeline.tasks.map(({ lane }) => timeline.lanes[lane]?.name));
  expect([...workers].filter((name) => name?.startsWith("ThreadPoolExecutor-0_"))).toHaveLength(2);
  expect([...workers].filter((name) => name?.startsWith("Thread-"))).toHaveLength(2);
  expect(statesOf(timeline, "ThreadPoolExecutor-0_0")).toContain("waiting: work");
  // Those that the library has for itself are nobody's business.
  expect(timeline.lanes).toHaveLength(5);
});

test("asyncio's tasks have lanes, named by function and value, that wait at the same time", async () => {
  const timeline = await timelineOf(`
import asyncio
async def ask(host):
    await asyncio.sleep(0.05)
    return host
async def main():
    print(await asyncio.gather(*[ask(host) for host in ["shop", "mail"]]))
asyncio.run(main())`);
  expect(timeline.stdout).toBe("['shop', 'mail']\n");
  expect(timeline.lanes.map(({ kind, name }) => [kind, name])).toEqual([
    ["process", "the program"],
    ["task", "main()"],
    ["task", "ask('shop')"],
    ["task", "ask('mail')"],
  ]);
  expect(statesOf(timeline, "ask('shop')")).toEqual(expect.arrayContaining(["running", "waiting: sleep"]));
  expect(statesOf(timeline, "main()")).toContain("waiting: other tasks");
  expect(statesOf(timeline, "the program")).toContain("waiting: its tasks");
  const [one, other] = ["ask('shop')", "ask('mail')"].map((name) =>
    timeline.spans.find(({ lane, state }) => timeline.lanes[lane]?.name === name && state === "waiting"),
  );
  expect(Math.max(one?.fromMs ?? 0, other?.fromMs ?? 0)).toBeLessThan(
    Math.min(one?.toMs ?? 0, other?.toMs ?? 0),
  );
});

test("a command is a process in the timeline, and who waits for it says so", async () => {
  const timeline = await timelineOf('import subprocess\nsubprocess.run(["sleep", "0.05"])');
  expect(timeline.lanes.map(({ kind, name }) => [kind, name])).toContainEqual(["process", "sleep"]);
  expect(statesOf(timeline, "sleep")).toContain("waiting: sleep");
  expect(statesOf(timeline, "the program")).toContain("waiting: a command");
});

test("an error that ends the program is told as ever, and what was until then is in the timeline", async () => {
  const collector = openTimelineCollector();
  const booted = await bootInNode({
    tellsTimeline: true,
    told: (message) => void (message.type === "noted" && collector.notes(PID, message.notes)),
  });
  const ran = await runIn(booted, "import time\ntime.sleep(0.02)\n1 / 0");
  expect(ran.stderr).toContain("line 3, in <module>\n    1 / 0");
  const timeline = collector.timeline({ pid: PID, atMs: 0 });
  expect(timeline && statesOf(timeline, "the program")).toContain("waiting: sleep");
});
