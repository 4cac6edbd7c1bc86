import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { endingTurns, stopAfter } from "./frame-for-tests";
import { hitsIn, nodeAt, ownMsOf, pathOf, profileIn } from "./profile-for-tests";
import { runIn } from "./run-for-tests";
import { PROFILE_NODES_LIMIT } from "@/lib/run/report-limits";

/** Each program has a process of its own, as learners' programs do. */
const profile = async (code: string, before: string[] = []) =>
  profileIn(await bootInNode(), code, { before });

test("calls and lines are counted exactly, a function's by its callers", async () => {
  const { profile: found, stdout } = await profile(`
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

print(fib(5))
`);
  expect(stdout).toBe("5\n");
  expect(found.mode).toBe("deterministic");
  expect(found.isCut).toBe(false);
  expect(hitsIn(found)).toEqual({ 2: 1, 3: 15, 4: 8, 5: 7, 7: 1 });
  const calls = ["<module>", "fib", "fib", "fib", "fib", "fib"].map((_, depth, names) => {
    const path = names.slice(0, depth + 1).join("/");
    return nodeAt(found, path).calls;
  });
  expect(calls).toEqual([1, 1, 2, 4, 6, 2]);
  expect(found.functions).toContainEqual({ name: "fib", file: "caesar.py", line: 2 });
  expect(nodeAt(found, "<module>/print").calls).toBe(1);
});

test("callers stand before what they call, and no time is less than nothing", async () => {
  const { profile: found } = await profile(`
import json
def build(n): return {str(i): [i] * i for i in range(n)}
for _ in range(3):
    json.loads(json.dumps(build(20)))`);
  for (const [index, { parent, ownMs }] of found.nodes.entries()) {
    expect(parent === null || parent < index).toBe(true);
    expect(ownMs).toBeGreaterThanOrEqual(0);
  }
  for (const { ownMs } of found.lines) expect(ownMs).toBeGreaterThanOrEqual(0);
  expect(new Set(found.nodes.map((_, index) => pathOf(found, index))).size).toBe(found.nodes.length);
});

test("the library is one function deep, what it calls of the learner's stands below it", async () => {
  const { profile: found } = await profile(`
import json, random, functools
def key(n): return -n
sorted([3, 1, 2], key=key)
json.loads(json.dumps([1, {"a": 2}]))
random.randint(1, 6)
list(map(key, range(4)))
functools.reduce(lambda a, b: a + b, [1, 2, 3])
[].append(1)
class Point:
    def __init__(self, x): self.x = x
Point(1)`);
  expect(nodeAt(found, "<module>/sorted/key").calls).toBe(3);
  expect(nodeAt(found, "<module>/list/key").calls).toBe(4);
  expect(nodeAt(found, "<module>/functools.reduce/<lambda>").calls).toBe(2);
  for (const name of [
    "json.dumps",
    "json.loads",
    "random.randint",
    "list.append",
    "Point.__init__",
    "class Point",
  ])
    expect(nodeAt(found, `<module>/${name}`).calls).toBe(1);
  const library = found.functions.filter(({ file }) => file === null).map(({ name }) => name);
  expect(library.toSorted()).toEqual([
    "functools.reduce",
    "json.dumps",
    "json.loads",
    "list",
    "list.append",
    "map",
    "random.randint",
    "range",
    "sorted",
  ]);
});

test("a generator is called once however often it goes on, and its lines are its own", async () => {
  const { profile: found, stdout } = await profile(`
def count(n):
    for i in range(n):
        got = yield i
    return got
def both():
    yield from count(2)
    yield 9
numbers = count(3)
next(numbers)
numbers.send(7)
numbers.close()
print(list(both()), sum(i for i in range(4)))`);
  expect(stdout).toBe("[0, 1, 9] 6\n");
  expect(nodeAt(found, "<module>/next/count").calls).toBe(1);
  expect(nodeAt(found, "<module>/generator.send/count").calls).toBe(0);
  expect(nodeAt(found, "<module>/list/both/count").calls).toBe(1);
  expect(nodeAt(found, "<module>/sum/<genexpr>").calls).toBe(1);
  expect(hitsIn(found)).toMatchObject({ 3: 5, 4: 4, 7: 1, 8: 1 });
});

test("after an exception calls belong to the right callers again", async () => {
  const {
    profile: found,
    end,
    stderr,
  } = await profile(`
import json
def fail(): raise ValueError("bad")
def guarded():
    try:
        return fail()
    except ValueError:
        return helper()
def helper(): return 1
for _ in range(3): guarded()
try: json.loads("{")
except ValueError: helper()
try: int("x")
except ValueError: helper()
1 / 0`);
  expect(end).toEqual({ outcome: "raised", message: "ZeroDivisionError: division by zero" });
  expect(stderr).toMatch(/^Traceback \(most recent call last\):\n  File "caesar.py", line 15, in <module>\n/);
  expect(nodeAt(found, "<module>/guarded/fail").calls).toBe(3);
  expect(nodeAt(found, "<module>/guarded/helper").calls).toBe(3);
  expect(nodeAt(found, "<module>/helper").calls).toBe(2);
});

test("earlier files are the learner's too, but only the program is watched", async () => {
  const { profile: found } = await profile("double(2)\ndouble(3)", [
    "def double(n):\n    return n * 2\ndouble(1)",
  ]);
  expect(hitsIn(found, "before-0.py")).toEqual({ 2: 2 });
  expect(found.functions).toContainEqual({ name: "double", file: "before-0.py", line: 1 });
});

test("each thread is a root with its name, and its calls are its own", async () => {
  const booted = await bootInNode();
  const { profile: found } = await endingTurns(booted, () =>
    profileIn(
      booted,
      `
import threading, time
def step(): return 1
def work(n):
    for _ in range(n): step()
    time.sleep(0.01)
threads = [threading.Thread(target=work, args=(n,), name=f"worker {n}") for n in (2_000, 3_000)]
for t in threads: t.start()
for t in threads: t.join()
lock = threading.Lock()
with lock: step()`,
    ),
  );
  expect(nodeAt(found, "worker 2000/work").calls).toBe(1);
  expect(nodeAt(found, "worker 2000/work/step").calls).toBe(2_000);
  expect(nodeAt(found, "worker 3000/work/step").calls).toBe(3_000);
  expect(nodeAt(found, "worker 3000/work/time.sleep").calls).toBe(1);
  expect(nodeAt(found, "<module>/threading.Thread.join").calls).toBe(2);
  expect(nodeAt(found, "<module>/step").calls).toBe(1);
  expect(found.functions.filter(({ name }) => name.includes("machine_runtime"))).toEqual([]);
});

test("coroutines stand below what runs them", async () => {
  const { profile: found, stdout } = await profile(`
import asyncio
async def tick(n):
    await asyncio.sleep(0.001)
    return n
async def main():
    return await tick(0) + sum(await asyncio.gather(tick(1), tick(2)))
print(asyncio.run(main()))`);
  expect(stdout).toBe("3\n");
  expect(nodeAt(found, "<module>/asyncio.run/main").calls).toBe(1);
  expect(nodeAt(found, "<module>/asyncio.run/main/tick").calls).toBe(1);
  expect(nodeAt(found, "<module>/asyncio.run/tick").calls).toBe(2);
});

test("what waits gets the time that it waits, on its line", async () => {
  const { profile: found } = await profile("import time\ntime.sleep(0.1)");
  expect(nodeAt(found, "<module>/time.sleep").ownMs).toBeGreaterThan(90);
  expect(found.lines.find(({ line }) => line === 2)?.ownMs).toBeGreaterThan(90);
});

test("a function that does a thousand times the work has more time of its own", async () => {
  const { profile: found } = await profile(`
def little(): return sum([n * n for n in range(100)])
def much(): return sum([n * n for n in range(100_000)])
little()
much()`);
  expect(ownMsOf(found, "much")).toBeGreaterThan(ownMsOf(found, "little"));
});

test("a tree with too many nodes is cut, but lines are counted to the last", async () => {
  const { profile: found, stdout } = await profile(`
def left(n): return walk(n)
def right(n): return walk(n)
def walk(n):
    if n == 0: return 1
    return left(n - 1) + right(n - 1)
print(walk(14))`);
  expect(stdout).toBe("16384\n");
  expect(found.isCut).toBe(true);
  expect(found.nodes).toHaveLength(PROFILE_NODES_LIMIT);
  expect(hitsIn(found)).toMatchObject({ 2: 16_384, 3: 16_384, 5: 32_767 });
});

test("recursion to the limit ends as it does unwatched", async () => {
  const code = `
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as error: print(error)
def after(): print("after")
after()`;
  const { profile: found, stdout } = await profile(code);
  expect(stdout).toBe((await runIn(await bootInNode(), code)).stdout);
  expect(nodeAt(found, "<module>/after").calls).toBe(1);
});

test("a program that is stopped has the profile of what it did", async () => {
  const booted = await bootInNode({
    // The program says in this way that it runs.
    told: ({ type }) => {
      if (type === "preempt") stopAfter(booted, 50);
    },
  });
  const { profile: found, end } = await profileIn(
    booted,
    `
import threading
def spin():
    while True: step()
def step(): pass
threading.Thread(target=step).start()
spin()`,
  );
  expect(end).toEqual({ outcome: "interrupted" });
  expect(nodeAt(found, "<module>/spin").calls).toBe(1);
  expect(nodeAt(found, "<module>/spin/step").calls).toBeGreaterThan(1);
});
