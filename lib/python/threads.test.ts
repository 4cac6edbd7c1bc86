import { expect, test } from "vitest";
import type { ProgramFile } from "@/lib/run/run-request";
import { bootInNode } from "./boot-in-node";
import { endingTurns, stopAfter } from "./frame-for-tests";
import { executeIn, runIn } from "./run-for-tests";

type How = { readonly before?: ProgramFile[]; readonly isStopped?: boolean; readonly endsTurns?: boolean };

/**
 * Runs a program in a process of its own: one that has wound up its threads can start no others. `isStopped` is soon
 * after its first thread has begun.
 */
async function run(code: string, { before = [], isStopped = false, endsTurns = false }: How = {}) {
  const booted = await bootInNode({
    told: ({ type }) => {
      if (isStopped && type === "preempt") stopAfter(booted, 50);
    },
  });
  const running = () => runIn(booted, code, before);
  return endsTurns ? endingTurns(booted, running) : running();
}
const shared = await bootInNode();
/** Executes code that leaves no thread behind. */
const execute = (code: string) => executeIn(shared, code);
const finished = { outcome: "finished" };

test("what a thread kept to itself goes when it ends, even where nobody else looks at it", async () => {
  const { end, stdout } = await execute(`
import threading, time
class Kept:
    def __del__(self): print("gone")
own = threading.local()
def work(): own.kept = Kept()
thread = threading.Thread(target=work)
thread.start()
thread.join()
print("joined", hasattr(own, "kept"))`);
  expect(end).toEqual(finished);
  expect(stdout).toBe("gone\njoined False\n");
});

test("threads that sleep wait at the same time", async () => {
  const { end, stdout } = await execute(`
import threading, time
def work(n):
    time.sleep(0.2)
    print("done", n)
start = time.perf_counter()
threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(0.2 <= time.perf_counter() - start < 0.6)`);
  expect(end).toEqual(finished);
  expect(stdout).toBe("done 0\ndone 1\ndone 2\ndone 3\ndone 4\nTrue\n");
});

test("a program ends when its threads have, and what a daemon would still do is not done", async () => {
  const { end, stdout } = await run(`
import threading, time
def late():
    time.sleep(0.05)
    print("late")
def never():
    time.sleep(60)
    print("never")
threading.Thread(target=late).start()
threading.Thread(target=never, daemon=True).start()
print("main is done")`);
  expect(end).toEqual(finished);
  expect(stdout).toBe("main is done\nlate\n");
});

test("an error in a thread is that thread's alone, and is shown with its name and line", async () => {
  const { end, stdout, stderr } = await execute(`
import threading
def divide(): 1 / 0
thread = threading.Thread(target=divide, name="divider")
thread.start()
thread.join()
print(thread.is_alive())`);
  expect(end).toEqual(finished);
  expect(stdout).toBe("False\n");
  expect(stderr).toMatch(/^Exception in thread divider:\n[^]*line 3, in divide\n[^]*ZeroDivisionError/);
});

test("a lock that is given back goes to who has waited longest", async () => {
  const { stdout } = await execute(`
import threading, time
lock = threading.Lock()
def take(name):
    with lock: print(name, end=" ")
lock.acquire()
threads = [threading.Thread(target=take, args=(name,)) for name in "abc"]
for thread in threads: thread.start()
time.sleep(0.01)
lock.release()
print(lock.locked(), lock.acquire(blocking=False), end=" ")
for thread in threads: thread.join()
print(lock.locked(), lock.acquire(timeout=0.01), lock.acquire(timeout=0.01))`);
  // It was handed over, not freed for whoever comes first.
  expect(stdout).toBe("True False a b c False True False\n");
});

test("Stop ends a program whose threads all wait, and the main thread may clean up", async () => {
  const { end, stdout, stderr } = await run(
    `
import threading, time
threads = [threading.Thread(target=time.sleep, args=(60,)) for _ in range(3)]
try:
    for thread in threads: thread.start()
    for thread in threads: thread.join()
finally:
    print("tidy")`,
    { isStopped: true },
  );
  expect(end).toEqual({ outcome: "interrupted" });
  expect(stdout).toBe("tidy\n");
  expect(stderr).toBe("");
});

test("Stop reaches the main thread while another one computes", async () => {
  const { end, stdout } = await run(
    `
import threading
def compute():
    while True: pass
thread = threading.Thread(target=compute, daemon=True)
try:
    thread.start()
    thread.join()
except KeyboardInterrupt: print("heard")`,
    { isStopped: true, endsTurns: true },
  );
  expect(end).toEqual(finished);
  expect(stdout).toBe("heard\n");
});

test("threads that compute take turns, so that a counter without a lock loses counts", async () => {
  const { end, stdout } = await run(
    `
import threading, time
count = 0
def add(times):
    global count
    for _ in range(times):
        seen = count
        for _ in range(20): pass
        count = seen + 1
def run(target, times):
    global count
    count = 0
    threads = [threading.Thread(target=target, args=(times,)) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return count
lock = threading.Lock()
def add_locked(times):
    global count
    for _ in range(times):
        with lock: count += 1
times = 10_000
lost = 0
while lost == 0 and times < 10_000_000:
    lost = 2 * times - run(add, times)
    times *= 2
print(lost > 0, run(add_locked, 20_000))`,
    { endsTurns: true },
  );
  expect(end).toEqual(finished);
  expect(stdout).toBe("True 40000\n");
});

test("the garbage collector visits many suspended threads without harm", async () => {
  const { end, stdout } = await execute(`
import gc, time
from concurrent.futures import ThreadPoolExecutor
def work(n):
    ring = [n]
    ring.append(ring)
    time.sleep(0.0005)
    if n % 50 == 0: gc.collect()
    return ring[1][0]
with ThreadPoolExecutor(8) as pool:
    futures = [pool.submit(work, n) for n in range(1_000)]
    for _ in range(20):
        gc.collect()
        time.sleep(0.001)
    print(sum(future.result() for future in futures))`);
  expect(end).toEqual(finished);
  expect(stdout).toBe("499500\n");
});

test("more threads than the machine bears are refused in a sentence", async () => {
  const { end, stderr } = await run(`
import threading
event = threading.Event()
threads = []
try:
    while True:
        thread = threading.Thread(target=event.wait)
        thread.start()
        threads.append(thread)
finally:
    event.set()`);
  expect(end.outcome).toBe("raised");
  expect(stderr).toContain("can't start new thread: this machine runs 1000 threads in a process at most");
});

test("a thread that an earlier file has started goes on beside the program", async () => {
  const before = {
    path: "before.py",
    code: `
import gc, threading, time
def collect():
    for _ in range(20):
        time.sleep(0.002)
        gc.collect()
    print("collected")
collecting = threading.Thread(target=collect)
collecting.start()`,
  };
  const program = `
import json
nested = []
for _ in range(100_000): nested = [nested]
try: json.dumps(nested)
except RecursionError: print("too deep")
print(max([3, 1, 2], key=lambda n: time.sleep(0.01) or n))
collecting.join()`;
  const { end, stdout } = await run(program, { before: [before] });
  expect(end).toEqual(finished);
  expect(stdout).toBe("too deep\n3\ncollected\n");
});

test("random numbers are the same in every run, in threads too", async () => {
  const code = `
import random, threading
def draw(): print(random.random())
draw()
thread = threading.Thread(target=draw)
thread.start()
thread.join()`;
  const { stdout } = await run(code);
  expect((await run(code)).stdout).toBe(stdout);
  expect(stdout.split("\n")[0]).toBe("0.8444218515250481");
});
