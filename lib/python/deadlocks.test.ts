import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { runIn } from "./run-for-tests";

/** Runs a program in a process of its own: one that has wound up its threads can start no others. */
const run = async (code: string) => runIn(await bootInNode(), code);
const finished = { outcome: "finished" };

test("threads that can only wait for each other are a deadlock, raised where the main thread waits", async () => {
  const { end, stderr } = await run(`
import threading, time
pen, paper = threading.Lock(), threading.Lock()
def write(name, first, second):
    with first:
        time.sleep(0.01)
        with second: print(name)
ada = threading.Thread(target=write, args=("Ada", pen, paper), name="Ada")
bob = threading.Thread(target=write, args=("Bob", paper, pen), name="Bob")
ada.start(); bob.start()
ada.join()`);
  expect(end).toMatchObject({ outcome: "raised", message: expect.stringContaining("Deadlock") });
  expect(stderr).toContain("every thread waits for another one, so none can go on:");
  expect(stderr).toContain("MainThread waits at line 11 of caesar.py: ada.join()");
  expect(stderr).toContain("Ada waits at line 7 of caesar.py: with second: print(name)");
  expect(stderr).toContain("Bob waits at line 7 of caesar.py: with second: print(name)");
});

test("a deadlock of threads that the main thread has left behind is told at the end, once", async () => {
  const { end, stdout, stderr } = await run(`
import queue, threading
waiting = queue.Queue()
def consume():
    while True: print("got", waiting.get()); waiting.task_done()
threading.Thread(target=consume, name="Ada").start()
waiting.put(1); waiting.join(); print("done")`);
  expect(stdout).toBe("got 1\ndone\n");
  expect(end).toMatchObject({ outcome: "raised", message: expect.stringContaining("Deadlock") });
  expect(stderr).toContain('Ada waits at line 5 of caesar.py: while True: print("got", waiting.get())');
  expect(stderr.split("so none can go on:")).toHaveLength(2);
});

test("a pipe that is closed while a thread reads it is that thread's error, and no one else's", async () => {
  const { end, stdout } = await run(`
import multiprocessing, threading, time
here, there = multiprocessing.Pipe()
def read():
    try: here.recv()
    except OSError as error: print("reader:", type(error).__name__)
reader = threading.Thread(target=read)
reader.start()
time.sleep(0.01)
here.close(); there.close()
time.sleep(0.01)
reader.join()
print("main goes on")`);
  expect(stdout).toBe("reader: OSError\nmain goes on\n");
  expect(end).toMatchObject({ outcome: "finished" });
});

test("a deadlock of a pool's threads is told once", async () => {
  const { stderr } = await run(`
import threading
from concurrent.futures import ThreadPoolExecutor
key = threading.Lock()
key.acquire()
with ThreadPoolExecutor(2) as pool: pool.submit(key.acquire)`);
  expect(stderr.split("so none can go on:")).toHaveLength(2);
});

test("a lock that is taken twice by the only thread is a deadlock that can be caught", async () => {
  const { end, stdout } = await run(`
import threading
lock = threading.Lock()
lock.acquire()
try: lock.acquire()
except RuntimeError as error: print(type(error).__name__)
reentrant = threading.RLock()
with reentrant, reentrant: print("twice")`);
  expect(end).toEqual(finished);
  expect(stdout).toBe("Deadlock\ntwice\n");
});
