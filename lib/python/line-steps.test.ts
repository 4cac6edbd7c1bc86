import { expect, test } from "vitest";
import * as z from "zod/mini";
import { makeArguments } from "@/lib/course/make-arguments";
import { gradeGrowth } from "@/lib/grading/grade-growth";
import { BusiestLine } from "@/lib/run/evidence";
import { bootInNode } from "./boot-in-node";
import { compareCounted, python } from "./counted-for-tests";

python.runPython(`
from machine_runtime.counted_call import count_call, load_counted

def busiest(source):
    import json
    called = count_call(load_counted({"path": "lines.py", "code": source}), "f", [], lambda result: result)
    return json.dumps({"steps": called.steps, "busiest": called.busiest})
`);

const Counted = z.object({ steps: z.int(), busiest: z.nullable(BusiestLine) });

/** The steps of the function `f` without arguments, and the line that takes most of them. */
function counted(code: string) {
  python.globals.set("source", code);
  return Counted.parse(JSON.parse(String(python.runPython("busiest(source)"))));
}

test.each<[string, string, number, number]>([
  [
    "the search of a built-in",
    `def f():
    names = [str(n) for n in range(300)]
    for name in range(40):
        found = "none" in names
        found = 1`,
    4,
    0.8,
  ],
  [
    "a loop within a loop",
    `def f():
    for i in range(99):
        i
        for j in range(9):
            j`,
    4,
    0.4,
  ],
  [
    "a generator that is walked",
    `def f():
    n = 0
    return (n,
        sum(x for x in range(2000)))`,
    4,
    0.9,
  ],
  [
    "what comes behind a call",
    `def g(x):
    return x
def f():
    names = list(range(99))
    for n in range(20):
        x = 1
        y = g("a") in names`,
    7,
    0.7,
  ],
  [
    "a key that a built-in calls",
    `def key(n):
    return -n
def f():
    return sorted(range(3000),
        key=key)`,
    4,
    0.4,
  ],
])("the busiest line is that of %s", (_, code, line, share) => {
  const { busiest } = counted(code);
  expect(busiest?.line).toBe(line);
  expect(busiest?.share).toBeGreaterThan(share);
});

test("the busiest line is found in a thread too, whose turns end by steps", async () => {
  const code = `import threading
def f():
    def work():
        for n in range(2000):
            n
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()`;
  const { runtime } = await bootInNode();
  const work = { call: "f", arguments: [], starter: code };
  const report = await runtime.count({ path: "threads.py", code }, work);
  expect(report).toMatchObject({ other_result: false, busiest: { line: 5 } });
  expect(report.busiest?.share).toBeGreaterThan(0.4);
});

test("straight statements have their steps on their own lines", () => {
  const { steps, busiest } = counted(
    "def f():\n    for i in range(9):\n        i\n        i; i; i\n        i\n",
  );
  expect(steps).toBe(2 + 9 * 6);
  expect(busiest).toEqual({ line: 4, share: 27 / 56 });
});

test("looking at lines does not change the count", () => {
  const body = `
    seen = []
    for n in range(300):
        if n not in seen: seen.append(n)
    total = sum(x for x in seen if x % 2)
    return sorted(seen, key=lambda n: -n)[:3], total, "a" * 50 + str(total)`;
  const { steps } = counted(`def f():${body}`);
  // The function's statement and the call stand beside the steps of the call.
  expect(compareCounted(`def f():${body}\nresult = f()`).count).toBe(steps + 2);
  expect(counted(`def f():${body}`).steps).toBe(steps);
});

const SLOW = `def newcomers(ships):
    seen = []
    for ship in ships:
        if ship not in seen:
            seen.append(ship)
    return len(seen)
`;
const QUICK = SLOW.replace("[]", "set()").replace("append", "add");
const growth = {
  call: "newcomers",
  runs: [8, 16, 32, 64, 128].map((size) => ({ size, arguments: makeArguments([{ words: "n" }], size) })),
  starter: SLOW,
};

async function grown(code: string) {
  const { runtime } = await bootInNode();
  return runtime.countGrowth({ path: "log.py", code }, growth);
}
const verdict = ({ counts }: { counts: readonly number[] }) =>
  gradeGrowth(
    { atMost: "n", atLeastSteps: 128 },
    {
      unit: "steps",
      points: growth.runs.map(({ size }, index) => ({ size, count: counts[index] ?? 0 })),
      otherResult: false,
    },
  );

test("a search in a search grows as n², and the line that searches is told; a set grows as n", async () => {
  const slow = await grown(SLOW);
  expect(slow).toMatchObject({ other_result: false, busiest: { line: 4 } });
  expect(verdict(slow)).toMatchObject({ outcome: "too-fast", growthClass: "O(n²)" });
  expect(await grown(SLOW)).toEqual(slow);
  expect(verdict(await grown(QUICK))).toMatchObject({ outcome: "passed", growthClass: "O(n)" });
});

test("a call that stops early is told to give another result, one that raises has fewer counts", async () => {
  expect(await grown(QUICK.replace("in ships", "in ships[:40]"))).toMatchObject({ other_result: true });
  const raising = await grown(QUICK.replace("    seen", "    assert len(ships) < 50\n    seen"));
  expect(raising.counts).toHaveLength(3);
  expect(raising.traceback).toContain("AssertionError");
});
