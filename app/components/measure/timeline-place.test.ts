import { expect, test } from "vitest";
import { nextPlace, partAt, placeAtMoment, type TimelinePlace } from "./timeline-place";

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

test("what was read is found again where zooming has made one part of several, and several of one", () => {
  const read = { timeline: 0, row: 0, part: "block" as const, atMs: 12 };
  expect(placeAtMoment(ROWS, read)).toMatchObject({ index: 1 });
  const closer = [
    {
      ...row,
      name: "the program",
      blocks: [block(0, 3), block(3, 10), block(10, 11), block(11, 90)],
      tasks: [],
    },
  ];
  expect(placeAtMoment([closer], read)).toMatchObject({ index: 3 });
  expect(placeAtMoment(ROWS, { ...read, row: 7 })).toBeNull();
});
