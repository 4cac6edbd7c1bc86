import { expect, test } from "vitest";
import { MEMORY_LOOKS_LIMIT, MemoryProfile } from "@/lib/run/memory-profile";
import { openProcess } from "../process-for-tests";
import { runInJavaScript } from "../run-in-javascript";
import { openMemoryLooks } from "./memory-looks";

async function watched(code: string) {
  const { process, request, told, printed, dispose } = await openProcess({
    program: { path: "main.js", code },
    instrument: { kind: "memory" },
  });
  await runInJavaScript(process, request);
  dispose();
  const message = told.find(({ type }) => type === "memory");
  return {
    memory: MemoryProfile.parse(message?.type === "memory" ? message.memory : null),
    printed,
    types: told.map(({ type }) => type),
  };
}

test("a Map that never forgets grows to the end, and no line is named for it", async () => {
  const { memory, printed, types } = await watched(`
const kept = new Map();
for (let n = 0; n < 60_000; n++) kept.set(n, "page " + n);
console.log(kept.size);`);
  expect(printed.stdout).toBe("60000\n");
  expect(types.slice(-2)).toEqual(["memory", "ended"]);
  expect(memory.sites).toBeNull();
  expect(memory.looks[0]).toEqual({ atMs: 0, held: 0, peak: 0 });
  expect(memory.looks.at(-1)?.held).toBeGreaterThanOrEqual(2 * 60_000);
  expect(memory.looks.at(-1)?.held).toBeGreaterThanOrEqual(memory.peak * 0.9);
});

test("what is let go is gone in the end", async () => {
  const { memory } = await watched(`
function work() {
  const large = [];
  for (let n = 0; n < 60_000; n++) large.push("page " + n);
  let total = 0;
  for (let turn = 0; turn < 20; turn++) for (const text of large) total += text.length;
  return total;
}
console.log(work());`);
  expect(memory.peak).toBeGreaterThan(60_000);
  expect(memory.looks.at(-1)?.held).toBeLessThan(memory.peak / 5);
});

test("a program that throws is told about too", async () => {
  const { memory, types } = await watched(
    "globalThis.kept = Array(60_000).fill(1).map((one) => [one]); throw new Error('no');",
  );
  expect(types.slice(-2)).toEqual(["memory", "ended"]);
  expect(memory.looks.at(-1)?.held).toBeGreaterThan(50_000);
});

test("looks that are more than fit are thinned out evenly, and no peak is lost", () => {
  const looks = openMemoryLooks();
  for (let n = 0; n < 5_000; n++) looks.add({ atMs: n, held: 1, peak: n === 3_333 ? 99 : 1 });
  const kept = looks.end({ atMs: 5_000, held: 2, peak: 2 });
  expect(kept.length).toBeLessThanOrEqual(MEMORY_LOOKS_LIMIT);
  expect(kept.length).toBeGreaterThan(MEMORY_LOOKS_LIMIT / 3);
  expect(kept[0]?.atMs).toBe(0);
  expect(kept.at(-1)).toMatchObject({ atMs: 5_000, held: 2 });
  expect(Math.max(...kept.map(({ peak }) => peak))).toBe(99);
  const distances = kept.slice(1, -1).map(({ atMs }, index) => atMs - (kept[index]?.atMs ?? 0));
  expect(Math.max(...distances)).toBeLessThanOrEqual(2 * Math.min(...distances.slice(1)));
});
