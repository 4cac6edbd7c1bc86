import { expect, test } from "vitest";
import { nextPlace, partAt, type TimelinePlace } from "./timeline-place";

const block = (fromMs: number, toMs: number) => ({
  state: "running" as const,
  label: "",
  fromMs,
  toMs,
  count: 1,
});
const row = { lane: 0, kind: "process" as const, depth: 0 };
const ROWS = [
  [
    { ...row, name: "the program", blocks: [block(0, 10), block(10, 90)], tasks: [] },
    {
      ...row,
      name: "worker",
      blocks: [block(5, 30), block(30, 90)],
      tasks: [{ label: "ask()", fromMs: 6, toMs: 40, count: 1 }],
    },
  ],
  [{ ...row, name: "another run", blocks: [block(0, 90)], tasks: [] }],
];

function walk(...keys: string[]) {
  let at: TimelinePlace | null = null;
  for (const key of keys) at = nextPlace(ROWS, at, key) ?? at;
  return at === null ? null : partAt(ROWS, at);
}

test("the first arrow leads to where all began, the next ones through time", () => {
  expect(walk("ArrowDown")).toMatchObject({ name: "the program", fromMs: 0 });
  expect(walk("ArrowDown", "ArrowRight")).toMatchObject({ name: "the program", fromMs: 10 });
  expect(walk("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft")).toMatchObject({ fromMs: 0 });
});

test("down leads to the tasks, the lane below and the next run, to what was there at that moment", () => {
  expect(walk("ArrowRight", "ArrowRight", "ArrowDown")).toMatchObject({ part: "task", label: "ask()" });
  expect(walk("ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown")).toMatchObject({
    name: "worker",
    fromMs: 5,
  });
  expect(walk("ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp")).toMatchObject({
    name: "worker",
    part: "block",
  });
  expect(walk("ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")).toMatchObject({
    name: "another run",
  });
});

test("other keys are nobody's, and a picture without blocks leads nowhere", () => {
  expect(nextPlace(ROWS, null, "Enter")).toBeNull();
  expect(nextPlace([], null, "ArrowDown")).toBeNull();
});
