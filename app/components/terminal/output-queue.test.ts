import { expect, test } from "vitest";
import { openOutputQueue } from "./output-queue";

const bytes = (text: string) => new TextEncoder().encode(text);
const allOf = (queue: ReturnType<typeof openOutputQueue>) => {
  const taken: number[] = [];
  for (let next = queue.take(); next !== null; next = queue.take()) taken.push(...next);
  return new TextDecoder().decode(new Uint8Array(taken));
};

test("what was printed comes out in its order, and then nothing", () => {
  const queue = openOutputQueue();
  for (const text of ["one\r\n", "two\r\n", "three"]) queue.push(bytes(text));
  expect(allOf(queue)).toBe("one\r\ntwo\r\nthree");
  expect(queue.take()).toBeNull();
});

test("much of it comes in parts that are read in a few milliseconds each, and none is lost", () => {
  const queue = openOutputQueue();
  const long = "0123456789".repeat(10_000);
  queue.push(bytes(long));
  expect(queue.take()).toHaveLength(32_000);
  expect(allOf(queue)).toBe(long.slice(32_000));
});

test("of a flood the last lines are left, whole, with a note where the rest was", () => {
  const queue = openOutputQueue();
  for (let line = 0; line < 50_000; line += 1) queue.push(bytes(`line ${line}\r\n`));
  const shown = allOf(queue);
  expect(shown.length).toBeLessThan(260_000);
  const [before, after] = shown.split("… cut: more was printed than can be shown\r\n");
  expect(before?.trim().replaceAll(/[^ -~]/g, "")).toBe("[0m");
  expect(after).toMatch(/^line \d+\r\n/);
  expect(after?.endsWith("line 49999\r\n")).toBe(true);
});

test("what was thrown away is not shown", () => {
  const queue = openOutputQueue();
  queue.push(bytes("of another machine"));
  queue.clear();
  queue.push(bytes("of this one"));
  expect(allOf(queue)).toBe("of this one");
});
