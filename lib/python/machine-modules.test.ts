import { expect, test } from "vitest";
import type { FromProcess } from "@/lib/machine/process-message";
import { bootInNode } from "./boot-in-node";
import { executeIn, runIn } from "./run-for-tests";

const told: FromProcess[] = [];
const booted = await bootInNode({ told: (message) => void told.push(message) });
const execute = (code: string) => executeIn(booted, code);

/** What code prints that does not fail. */
async function printed(code: string) {
  const { end, stdout, stderr } = await execute(code);
  expect({ end, stderr }).toEqual({ end: { outcome: "finished" }, stderr: "" });
  return stdout;
}

test.each([
  [
    "multiprocessing.shared_memory",
    "processes of this machine share no raw memory; use Value, Array or a Manager",
  ],
  ["fcntl", "files of this machine cannot be locked; use a multiprocessing.Lock"],
  ["_interpreters", "a process of this machine is one interpreter; use a ProcessPoolExecutor"],
  ["curses", "this machine shows text line by line, it has no terminal"],
  ["tkinter", "this machine has no windows"],
])("import %s says why it fails", async (name, reason) => {
  const { end } = await execute(`import ${name}`);
  const message = `ModuleNotFoundError: ${name} does not work here: ${reason}`;
  expect(end).toEqual({ outcome: "raised", message });
});

test("a module that is absent can be tried, and one that is nowhere is told as ever", async () => {
  const stdout = await printed(`
try: import fcntl
except ImportError as error: print(type(error).__name__, error.name)
try: import numpy
except ImportError as error: print(error)`);
  expect(stdout).toBe("ModuleNotFoundError fcntl\nNo module named 'numpy'\n");
});

test("psutil measures the machine in the shapes that programs know", async () => {
  const stdout = await printed(`
import psutil, time
print(psutil.cpu_count(), psutil.cpu_percent(), len(psutil.cpu_percent(percpu=True)))
memory = psutil.virtual_memory()
print(memory._fields, memory.total == memory.used + memory.available, 0 < memory.percent < 100)
disk = psutil.disk_usage("/")
print(disk._fields, disk.total == disk.used + disk.free, 0 <= disk.percent < 100)
print(psutil.disk_io_counters()._fields)
print(psutil.net_io_counters())
try: psutil.disk_usage("/missing")
except FileNotFoundError: print("no such file")
try: psutil.cpu_percent(-1)
except ValueError as error: print(error)`);
  expect(stdout).toMatchInlineSnapshot(`
    "2 0.0 2
    ('total', 'available', 'percent', 'used', 'free') True True
    ('total', 'used', 'free', 'percent') True True
    ('read_count', 'write_count', 'read_bytes', 'write_bytes', 'read_time', 'write_time')
    snetio(bytes_sent=0, bytes_recv=0, packets_sent=0, packets_recv=0, errin=0, errout=0, dropin=0, dropout=0)
    no such file
    interval must be non-negative (got -1)
    "
  `);
});

test("cpu_percent sees a process that computes, and one that sleeps", async () => {
  const stdout = await printed(`
import psutil, time
psutil.cpu_percent()
end = time.perf_counter() + 0.1
while time.perf_counter() < end: pass
# One of the two processors was busy all the time.
print(30 <= psutil.cpu_percent() <= 60)
time.sleep(0.1)
print(psutil.cpu_percent() < 20, psutil.cpu_percent(interval=0.1) < 20)`);
  expect(stdout).toBe("True\nTrue True\n");
});

test("disk counters count what is read and written", async () => {
  const stdout = await printed(`
import psutil
before = psutil.disk_io_counters()
with open("counted.bin", "wb") as file: file.write(bytes(10_000))
with open("counted.bin", "rb") as file: file.read()
after = psutil.disk_io_counters()
print(after.write_bytes - before.write_bytes, after.read_bytes - before.read_bytes)
print(after.write_count > before.write_count, after.read_count > before.read_count)`);
  expect(stdout).toBe("10000 10000\nTrue True\n");
});

test("processor time stands still while a process sleeps", async () => {
  const stdout = await printed(`
import time
before, start = time.process_time(), time.perf_counter()
time.sleep(0.2)
slept = time.process_time() - before
while time.perf_counter() < start + 0.3: pass
computed = time.process_time() - before
print(slept < 0.05 < computed < 0.2, time.process_time_ns() > 0, time.thread_time() > 0)`);
  expect(stdout).toBe("True True True\n");
});

test("a process knows its number, its home and how many processors there are", async () => {
  const stdout = await printed(`
import multiprocessing, os, sys
print(os.getpid(), os.getppid(), os.getcwd(), os.path.expanduser("~"))
print(os.cpu_count(), os.process_cpu_count(), multiprocessing.cpu_count(), sys.executable)
print(multiprocessing.get_all_start_methods(), multiprocessing.get_start_method())
try: os.kill(4_000_000, 0)
except ProcessLookupError as error: print(error)
try: multiprocessing.set_start_method("fork", force=True)
except ValueError as error: print(error)`);
  expect(stdout).toMatchInlineSnapshot(`
    "100 1 /home/learner /home/learner
    2 2 2 /usr/bin/python3
    ['spawn'] spawn
    cannot find context for 'fork'
    "
  `);
});

test("what processes have in common works within one process too", async () => {
  const stdout = await printed(`
import multiprocessing, threading
from multiprocessing.pool import ThreadPool
near, far = multiprocessing.Pipe()
near.send({"a": [1, 2]})
far.send_bytes(b"x" * 10)
print(far.recv(), near.recv_bytes(), near.poll(), far.poll(0.01))
far.close()
try: near.recv()
except EOFError: print("end")
queue = multiprocessing.Queue()
for n in range(3): queue.put(n)
print([queue.get(timeout=5) for _ in range(3)], queue.empty())
queue.close(); queue.join_thread()
simple = multiprocessing.SimpleQueue()
simple.put("simple")
print(simple.get())
count, table = multiprocessing.Value("i", 3), multiprocessing.Array("d", [1.5, 2.5])
with count.get_lock(): count.value += 1
table[1] = 7
print(count.value, table[:], len(table))
lock, gate, event = multiprocessing.Lock(), multiprocessing.BoundedSemaphore(1), multiprocessing.Event()
with lock: print(lock.acquire(block=False), lock.acquire(timeout=0.01))
try: gate.release()
except ValueError as error: print(error)
threading.Timer(0.01, event.set).start()
print(event.wait(5))
with ThreadPool(3) as pool: print(pool.map(len, ["a", "bb", "ccc"]))`);
  expect(stdout).toBe(`{'a': [1, 2]} b'xxxxxxxxxx' False False
end
[0, 1, 2] True
simple
4 [1.5, 7.0] 2
False False
semaphore or lock released too many times
True
[1, 2, 3]
`);
});

test("what a program lets go of can be made again, without end", async () => {
  const stdout = await printed(`
import errno, gc, multiprocessing
for _ in range(1_500):
    multiprocessing.Lock()
    near, far = multiprocessing.Pipe()
    near.close(); far.close()
kept = []
try:
    while True: kept.append(multiprocessing.Pipe())
except OSError as error: print(error.errno == errno.EMFILE, error.strerror)
kept.clear()
gc.collect()
multiprocessing.Pipe()
print("again")`);
  expect(stdout).toBe("True One run has 256 pipes at most. Close those that are not used.\nagain\n");
});

test("a process that is started is asked for with all that it needs", async () => {
  told.length = 0;
  await printed(`
import multiprocessing
process = multiprocessing.Process(target=print, args=("hello",))
process.start()
print(process.pid, process.is_alive(), process.exitcode)
process.kill()`);
  expect(told).toMatchObject([
    { type: "spawn", pid: 101, payload: expect.any(Uint8Array) },
    { type: "kill", pid: 101, signal: 9 },
  ]);
});

test("what cannot be sent to a process is told, and its place is free again", async () => {
  told.length = 0;
  const stdout = await printed(`
import multiprocessing
for _ in range(20):
    try: multiprocessing.Process(target=lambda: 1).start()
    except Exception as error: problem = error
print(problem)`);
  expect(stdout).toContain("pickle");
  expect(told).toEqual([]);
});

test.each([
  ["random", "import random; print(random.random(), random.sample(range(100), 5))"],
  ["hashes", "print(hash('caesar'), hash(('a', 1.5)), list({'fox', 'dog', 'cat', 'hen'}))"],
])("%s are the same in every process", async (_what, code) => {
  const { stdout } = await runIn(await bootInNode(), code);
  expect((await runIn(await bootInNode(), code)).stdout).toBe(stdout);
});

test("what waits in the library waits over the same locks", async () => {
  const stdout = await printed(`
import queue, threading, time
from concurrent.futures import ThreadPoolExecutor, as_completed
numbers = queue.Queue(maxsize=2)
def produce():
    for n in range(6): numbers.put(n)
    numbers.put(None)
threading.Thread(target=produce).start()
print(list(iter(numbers.get, None)))
barrier, event, gate = threading.Barrier(3), threading.Event(), threading.Semaphore(2)
condition, seen = threading.Condition(), []
def meet(n):
    with gate: time.sleep(0.01)
    with condition:
        seen.append(n)
        condition.notify_all()
    return barrier.wait(), event.wait()
with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(meet, n) for n in range(3)]
    with condition: print(condition.wait_for(lambda: len(seen) == 3, timeout=5))
    event.set()
    print(sorted(future.result() for future in as_completed(futures)))
timer = threading.Timer(0.01, print, ["timer"])
timer.start()
timer.join()
print(queue.Queue().empty(), event.is_set(), threading.active_count())`);
  expect(stdout).toBe("[0, 1, 2, 3, 4, 5]\nTrue\n[(0, True), (1, True), (2, True)]\ntimer\nTrue True 1\n");
});

test("a name of a thread-local is another one in every thread, and made anew for each", async () => {
  const stdout = await printed(`
import threading
class Own(threading.local):
    made = 0
    def __init__(self, start):
        Own.made += 1
        self.count = start
own = Own(10)
def work(n):
    own.count += n
    results.append((own.count, hasattr(own, "secret")))
results = []
own.secret = 1
threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2, 3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(results, own.count, own.secret, Own.made)`);
  expect(stdout).toBe("[(11, False), (12, False), (13, False)] 10 1 4\n");
});

test("asyncio runs tasks beside each other, and functions on threads", async () => {
  const stdout = await printed(`
import asyncio, time
async def wait(n):
    await asyncio.sleep(0.05)
    return n
async def main():
    start = time.perf_counter()
    results = await asyncio.gather(*map(wait, range(10)), asyncio.to_thread(time.sleep, 0.05))
    print(results[:10], time.perf_counter() - start < 0.3)
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(60)
    except TimeoutError: print("timeout")
asyncio.run(main())`);
  expect(stdout).toBe("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9] True\ntimeout\n");
});

test("a loop of asyncio that is made with a selector runs, too", async () => {
  expect(
    await printed(`
import asyncio, selectors
with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())) as runner:
    print(runner.run(asyncio.sleep(0.01, "slept")))`),
  ).toBe("slept\n");
});
