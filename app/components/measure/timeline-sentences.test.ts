import { expect, test } from "vitest";
import { partSentence, summarySentence } from "./timeline-sentences";

const alone = {
  processes: 1,
  threads: 0,
  asyncTasks: 0,
  tasks: 0,
  mostRunning: 1,
  idleShare: 0.8,
  startMs: null,
};

test("a program alone is told how much of its time it did not run", () => {
  expect(summarySentence(alone, 120)).toBe("120 ms with 1 process. For 80 % of the time it did not run.");
});

test("several processes are told how many ran at once, and what a start took", () => {
  expect(
    summarySentence({ ...alone, processes: 5, threads: 1, tasks: 4, mostRunning: 2, startMs: 21 }, 1_500),
  ).toBe(
    "1.50 s with 5 processes, 1 more thread, 4 tasks handed to workers. At most 2 ran at the same time. For 80 % of the time none of them ran. A new process took 21 ms to start.",
  );
});

const when = { fromMs: 12, toMs: 112, count: 1 };

test("a block is told with what was waited for, and from when to when", () => {
  expect(
    partSentence({ part: "block", name: "Thread-1 (ask)", state: "waiting", label: "sleep", ...when }),
  ).toBe("Thread-1 (ask): waiting for sleep: 100 ms, from 12 ms to 112 ms.");
  expect(
    partSentence({ part: "block", name: "Process-1", state: "running", label: "", ...when, count: 7 }),
  ).toBe("Process-1, changes 7 times, mostly running: 100 ms, from 12 ms to 112 ms.");
});

test("a task is told with who worked on it", () => {
  expect(partSentence({ part: "task", name: "Pool worker 101", label: "ask('shop')", ...when })).toBe(
    "Pool worker 101 at its task ask('shop'): 100 ms, from 12 ms to 112 ms.",
  );
  expect(partSentence({ part: "task", name: "Pool worker 101", label: "9 tasks", ...when, count: 9 })).toBe(
    "Pool worker 101 at 9 tasks: 100 ms, from 12 ms to 112 ms.",
  );
});
