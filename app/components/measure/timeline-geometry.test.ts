import { expect, test } from "vitest";
import { placeAt, placeRows } from "./timeline-geometry";
import { partAt } from "./timeline-place";

const block = (fromMs: number, toMs: number) => ({
  state: "running" as const,
  label: "",
  fromMs,
  toMs,
  count: 1,
});
const row = (name: string, tasks: { label: string; fromMs: number; toMs: number; count: number }[] = []) => ({
  lane: 0,
  kind: "process" as const,
  depth: 0,
  name,
  blocks: [block(0, 10), block(10, 90)],
  tasks,
});
const TIMELINES = [
  {
    id: 1,
    title: "before",
    rows: [row("the program"), row("worker", [{ label: "ask()", fromMs: 20, toMs: 40, count: 1 }])],
    leftOut: 3,
  },
  { id: 2, title: "now", rows: [row("the program")], leftOut: 0 },
];

test("rows stand one under the other, and none on another one", () => {
  const { rows, bottomPx } = placeRows(TIMELINES);
  expect(rows.map(({ timeline, row }) => [timeline, row])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
  ]);
  for (const [index, { topPx }] of rows.entries())
    expect(topPx).toBeGreaterThan(rows[index - 1]?.bandPx ?? 0);
  expect(bottomPx).toBeGreaterThan(rows.at(-1)?.bandPx ?? 0);
});

test("a point in a band or on a task is what stands there at that moment", () => {
  const placed = placeRows(TIMELINES);
  const [, worker, later] = placed.rows;
  const at = (yPx: number, atMs: number) => {
    const place = placeAt(TIMELINES, placed, { yPx, atMs });
    return place === null
      ? null
      : {
          ...partAt(
            TIMELINES.map(({ rows }) => rows),
            place,
          ),
          of: place.timeline,
        };
  };
  expect(at((worker?.bandPx ?? 0) + 3, 50)).toMatchObject({
    name: "worker",
    fromMs: 10,
    part: "block",
    of: 0,
  });
  expect(at((worker?.tasksPx ?? 0) + 3, 25)).toMatchObject({ name: "worker", label: "ask()", part: "task" });
  expect(at((later?.bandPx ?? 0) + 3, 5)).toMatchObject({ name: "the program", fromMs: 0, of: 1 });
});

test("a name, a gap and what is beyond the end are nothing", () => {
  const placed = placeRows(TIMELINES);
  const [first, worker] = placed.rows;
  for (const [yPx, atMs] of [
    [(first?.topPx ?? 0) + 2, 5],
    [(worker?.tasksPx ?? 0) + 3, 80],
    [(worker?.bandPx ?? 0) + 3, 95],
    [2, 5],
  ] as const)
    expect(placeAt(TIMELINES, placed, { yPx, atMs })).toBeNull();
});
