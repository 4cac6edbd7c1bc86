import { expect, test } from "vitest";
import { layOutTimeline } from "./timeline-layout";
import { timelineWith } from "./timeline-for-tests";

const NOTHING_TOO_NARROW = { narrowestMs: 0, rowsAtMost: 100 };

test("every lane stands under the one that started it, whenever it began", () => {
  const timeline = timelineWith(
    [
      ["process", "the program"],
      ["process", "worker 1"],
      ["process", "worker 2"],
      ["thread", "a thread of worker 1", 1],
    ],
    [[0, "running", 0, 10]],
  );
  const { rows } = layOutTimeline(timeline, NOTHING_TOO_NARROW);
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ["the program", 0],
    ["worker 1", 1],
    ["a thread of worker 1", 2],
    ["worker 2", 1],
  ]);
});

test("stretches come in the order of time, however they were told", () => {
  const timeline = timelineWith(
    [["process", "the program"]],
    [
      [0, "waiting", 4, 9, "sleep"],
      [0, "running", 0, 4],
    ],
  );
  expect(layOutTimeline(timeline, NOTHING_TOO_NARROW).rows[0]?.blocks).toEqual([
    { state: "running", label: "", fromMs: 0, toMs: 4, count: 1 },
    { state: "waiting", label: "sleep", fromMs: 4, toMs: 9, count: 1 },
  ]);
});

test("what is too narrow to be seen is one block in the state that has most of it, and what is wide stays", () => {
  const timeline = timelineWith(
    [["process", "the program"]],
    [
      [0, "running", 0, 50],
      [0, "waiting", 50, 50.6, "a lock"],
      [0, "running", 50.6, 50.8],
      [0, "waiting", 50.8, 51.2, "a lock"],
      [0, "running", 51.2, 90],
    ],
  );
  const { rows } = layOutTimeline(timeline, { narrowestMs: 1, rowsAtMost: 100 });
  expect(rows[0]?.blocks).toEqual([
    { state: "running", label: "", fromMs: 0, toMs: 50, count: 1 },
    { state: "waiting", label: "a lock", fromMs: 50, toMs: 51.2, count: 3 },
    { state: "running", label: "", fromMs: 51.2, toMs: 90, count: 1 },
  ]);
});

test("two thousand tasks are no more blocks than there are pixels, and none of them is forgotten", () => {
  const tasks = Array.from({ length: 2_000 }, (_, index) => ({
    lane: 0,
    label: `ask(${index})`,
    fromMs: index,
    toMs: index + 0.9,
  }));
  const stretches = tasks.flatMap(({ fromMs, toMs }) => [
    [0, "running", fromMs, toMs] as const,
    [0, "waiting", toMs, fromMs + 1, "work"] as const,
  ]);
  const timeline = timelineWith([["process", "the program"]], stretches, tasks);
  const [row] = layOutTimeline(timeline, { narrowestMs: 4, rowsAtMost: 100 }).rows;
  for (const blocks of [row?.blocks ?? [], row?.tasks ?? []]) {
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.length).toBeLessThanOrEqual(2_000 / 4 + 1);
  }
  expect(row?.tasks.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
  expect(row?.tasks[0]?.label).toBe("4 tasks");
  expect(row?.blocks.every(({ state }) => state === "running")).toBe(true);
});

test("more lanes than are wanted are counted, not drawn", () => {
  const lanes = Array.from({ length: 70 }, (_, index) => ["process", `process ${index}`] as const);
  const { rows, leftOut } = layOutTimeline(timelineWith(lanes, [[0, "running", 0, 1]]), {
    narrowestMs: 0,
    rowsAtMost: 60,
  });
  expect([rows.length, leftOut]).toEqual([60, 10]);
});
