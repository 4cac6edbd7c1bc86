import { expect, test } from "vitest";
import { laneTotals, summariseTimeline } from "./timeline-summary";
import { timelineTable } from "./timeline-table";
import { timelineWith } from "./timeline-for-tests";

const POOL = timelineWith(
  [
    ["process", "the program"],
    ["process", "worker 1"],
    ["process", "worker 2"],
  ],
  [
    [0, "running", 0, 10],
    [0, "waiting", 10, 100, "the pool's results"],
    [1, "starting", 0, 20, "its interpreter"],
    [2, "starting", 0, 30, "its interpreter"],
    [1, "running", 20, 70],
    [1, "waiting", 70, 100, "work"],
    [2, "running", 30, 80],
    [2, "waiting", 80, 100, "work"],
  ],
  [{ lane: 1, label: "ask('shop')", fromMs: 21, toMs: 70 }],
);

test("a summary says how many ran at the same time, for how long none did, and what a start costs", () => {
  expect(summariseTimeline(POOL)).toEqual({
    processes: 3,
    threads: 0,
    asyncTasks: 0,
    tasks: 1,
    mostRunning: 2,
    // From 10 to 20, and from 80 on.
    idleShare: expect.closeTo(0.3, 5),
    startMs: 25,
  });
});

test("two threads of one process are one process that runs", () => {
  const timeline = timelineWith(
    [
      ["process", "the program"],
      ["thread", "one"],
      ["thread", "other"],
    ],
    [
      [0, "waiting", 0, 100, "a thread"],
      [1, "running", 0, 60],
      [2, "running", 40, 90],
    ],
  );
  expect(summariseTimeline(timeline)).toMatchObject({
    processes: 1,
    threads: 2,
    mostRunning: 1,
    idleShare: expect.closeTo(0.1, 5),
    startMs: null,
  });
});

test("what is over in a moment has not happened at once", () => {
  const timeline = timelineWith(
    [
      ["process", "the program"],
      ["process", "worker"],
    ],
    [
      [0, "running", 0, 50],
      [1, "running", 49.9, 99],
      [0, "waiting", 50, 100, "a process"],
    ],
  );
  expect(summariseTimeline(timeline).mostRunning).toBe(1);
});

test("an asyncio task that has its turn is no process beside the one it runs in", () => {
  const timeline = timelineWith(
    [
      ["process", "the program"],
      ["task", "ask('shop')"],
    ],
    [
      [0, "waiting", 0, 100, "its tasks"],
      [1, "running", 0, 100],
    ],
  );
  expect(summariseTimeline(timeline)).toMatchObject({ asyncTasks: 1, mostRunning: 0, idleShare: 1 });
});

test("a lane's totals are all of its time, with what it waited for longest first", () => {
  const timeline = timelineWith(
    [["process", "the program"]],
    [
      [0, "waiting", 0, 5, "a lock"],
      [0, "running", 5, 7],
      [0, "waiting", 7, 20, "sleep"],
      [0, "waiting", 20, 21, "a lock"],
    ],
  );
  expect(laneTotals(timeline)).toEqual([
    {
      starting: 0,
      running: 2,
      ready: 0,
      waiting: 19,
      fromMs: 0,
      toMs: 21,
      waits: [
        { label: "sleep", ms: 13 },
        { label: "a lock", ms: 6 },
      ],
    },
  ]);
});

test("the table has every lane with its times, and its tasks under it", () => {
  const { columns, rows } = timelineTable([{ title: "Pool", timeline: POOL }]);
  expect(columns.slice(1, 5)).toEqual(["Who", "Kind", "From (ms)", "To (ms)"]);
  expect(rows).toEqual([
    ["Pool", "the program", "process", 0, 100, 0, 10, 0, 90, "the pool's results 90"],
    ["Pool", "worker 1", "process", 0, 100, 20, 50, 0, 30, "work 30"],
    ["Pool", "task 1: ask('shop')", "task", 21, 70, null, null, null, null, null],
    ["Pool", "worker 2", "process", 0, 100, 30, 50, 0, 20, "work 20"],
  ]);
});

test("a table of thousands of tasks has them all, those of the last run first", () => {
  const tasks = Array.from({ length: 2_000 }, (_, at) => ({
    lane: 0,
    label: "f()",
    fromMs: at,
    toMs: at + 1,
  }));
  const timeline = timelineWith([["process", "the program"]], [[0, "running", 0, 2_000]], tasks);
  const { rows } = timelineTable([
    { title: "many", timeline },
    { title: "Pool", timeline: POOL },
  ]);
  expect(rows).toHaveLength(4 + 1 + 2_000);
  expect(rows[0]?.[0]).toBe("Pool");
  expect(rows.at(-1)?.[1]).toBe("task 2000: f()");
});
