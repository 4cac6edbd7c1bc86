import { expect, test } from "vitest";
import { stretchesOf } from "./machine-stretches";

const look = {
  atMs: 200,
  computingMs: 100,
  memoryBytes: 20_000_000,
  readBytes: 400_000,
  writtenBytes: 0,
  copyingMs: 0,
  processes: 1,
};

test("what grew between two looks is told for the time between them, the first since the program began", () => {
  const later = { ...look, atMs: 600, computingMs: 900, readBytes: 400_000, copyingMs: 200, processes: 2 };
  expect(stretchesOf([look, later])).toEqual([
    { fromMs: 0, toMs: 200, notWaiting: 0.5, memoryMb: 20, diskMbPerSecond: 2, copies: 0, processes: 1 },
    { fromMs: 200, toMs: 600, notWaiting: 2, memoryMb: 20, diskMbPerSecond: 0, copies: 0.5, processes: 2 },
  ]);
});

test("no look, no stretch", () => {
  expect(stretchesOf([])).toEqual([]);
});
