import { once } from "node:events";
import { expect, test } from "vitest";
import { MEMORY_LOOKS_LIMIT, type MemoryProfile } from "@/lib/run/memory-profile";
import { bootInNode } from "./boot-in-node";
import { endingTurns } from "./frame-for-tests";
import { runIn } from "./run-for-tests";

type Booted = Awaited<ReturnType<typeof bootInNode>>;

async function tracedIn(booted: Booted, code: string, before: string[] = []) {
  const files = before.map((earlier, index) => ({ path: `before-${index}.py`, code: earlier }));
  const { runtime } = booted;
  const ran = await runIn({ ...booted, runtime: { ...runtime, run: runtime.runTraced } }, code, files);
  const memory = await runtime.takeMemory();
  if (memory === null) throw new Error("There is nothing about the memory.");
  return { ...ran, memory };
}

/** Looks are taken on ticks, which come from another thread. */
async function traced(code: string, before: string[] = []) {
  const booted = await bootInNode();
  return endingTurns(booted, async (ticking) => {
    await once(ticking, "online");
    return tracedIn(booted, code, before);
  });
}

function siteOf({ sites }: MemoryProfile, line: number, file = "caesar.py") {
  const found = sites?.find((site) => site.file === file && site.line === line);
  if (found === undefined)
    throw new Error(`Line ${line} of ${file} holds nothing:\n${JSON.stringify(sites)}`);
  return found;
}

const PAGE_BYTES = 1_000;
const LEAK = `kept = []
def serve(number):
    page = [number] * 20
    kept.append(bytes(500))
    return len(page)
for number in range(40_000): serve(number)
print(len(kept))`;

test("what leaks is told by its line, grows to the end, and has grown since an earlier look", async () => {
  const { memory, stdout } = await traced(LEAK);
  expect(stdout).toBe("40000\n");
  const [site] = memory.sites ?? [];
  expect(site).toMatchObject({ file: "caesar.py", line: 4 });
  expect(site?.blocks).toBeGreaterThanOrEqual(40_000);
  expect(site?.bytes).toBeGreaterThan(40_000 * 500);
  expect(memory.earlierAtMs).toBeGreaterThan(0);
  expect(memory.earlierAtMs).toBeLessThan(memory.wallMs);
  expect(site?.earlierBytes).toBeLessThan(site?.bytes ?? 0);
  expect(memory.sites?.some(({ line, bytes }) => line === 3 && bytes > 1_000)).toBe(false);
  expect(memory.looks.at(-1)?.held).toBeGreaterThan(40_000 * 500);
  // A page comes and goes between two looks.
  const held = memory.looks.map((look) => look.held);
  for (const [before, after] of held.slice(1).map((bytes, index) => [held[index] ?? 0, bytes] as const))
    expect(after).toBeGreaterThan(before - PAGE_BYTES);
});

test("what is held for a while and let go is in the peak and in the fullest look, not in the end", async () => {
  const { memory } = await traced(`
def work():
    large = [str(n) for n in range(150_000)]
    total = 0
    for _ in range(60):
        for text in large: total += len(text)
    return total
work()`);
  expect(memory.peak).toBeGreaterThan(4_000_000);
  expect(siteOf(memory, 3).fullestBytes).toBeGreaterThan(2_000_000);
  expect(siteOf(memory, 3).bytes).toBeLessThan(10_000);
  expect(memory.looks.at(-1)?.held).toBeLessThan(memory.peak / 10);
});

test("a peak between two looks is seen, also where one built-in makes it", async () => {
  const { memory } = await traced("sum(list(range(400_000)))\nfor n in range(200_000): pass");
  expect(memory.peak).toBeGreaterThan(3_000_000);
  expect(Math.max(...memory.looks.map(({ peak }) => peak))).toBe(memory.peak);
});

test("what the library allocates counts for the learner's line, in files before the program too", async () => {
  const { memory } = await traced("kept = remember(20_000)", [
    "import json\ndef remember(n):\n    return json.loads(json.dumps([[i] for i in range(n)]))",
  ]);
  expect(siteOf(memory, 3, "before-0.py").bytes).toBeGreaterThan(1_000_000);
});

test("a long run has no more looks than fit, from its beginning to its end", async () => {
  const { memory } = await traced("import time\nuntil = time.time() + 4\nwhile time.time() < until: pass");
  expect(memory.looks.length).toBeLessThanOrEqual(MEMORY_LOOKS_LIMIT);
  expect(memory.looks[0]).toMatchObject({ atMs: 0, held: 0 });
  expect(memory.looks.at(-1)?.atMs).toBe(memory.wallMs);
});

test("a program that raises, or ends the tracing for itself, is told about as far as it was watched", async () => {
  const raised = await traced("kept = [bytes(1_000) for _ in range(1_000)]\n1 / 0");
  expect(raised.end).toMatchObject({ outcome: "raised" });
  expect(siteOf(raised.memory, 1).bytes).toBeGreaterThan(1_000_000);
  const own = await traced("import tracemalloc\ntracemalloc.stop()\nprint(1)");
  expect(own.stdout).toBe("1\n");
  expect(own.memory.sites).toEqual([]);
});

test("where nobody can look, the beginning and the end are there, and that is said", async () => {
  const { memory, stdout } = await tracedIn(await bootInNode({ isAlone: true }), LEAK);
  expect(stdout).toBe("40000\n");
  expect(memory).toMatchObject({ hasLooks: false, earlierAtMs: null });
  expect(memory.looks).toHaveLength(2);
  expect(siteOf(memory, 4).bytes).toBeGreaterThan(40_000 * 500);
});
