import { expect, test } from "vitest";
import { readStored } from "@/app/components/cell/stored-value";
import { writeLedger } from "./run-ledger";

const timed = (code: string, steps: number) => ({
  name: "This version",
  code,
  samplesMs: [3, 1, 2],
  work: { unit: "steps" as const, count: steps, varies: false },
  countingMs: 9,
});
const kept = (key: string): { code: string; at: string; steps: number }[] =>
  JSON.parse(readStored(key) ?? "[]");

test("a version that was timed is kept with its median and its work, the newest first", () => {
  writeLedger("newest", timed("print(1)", 10));
  writeLedger("newest", timed("print(2)", 5));
  expect(kept("newest")).toMatchObject([
    { code: "print(2)", medianMs: 2, steps: 5 },
    { code: "print(1)", medianMs: 2, steps: 10 },
  ]);
});

test("a version that is raced again stays what it was, an earlier one, with its new figures", () => {
  writeLedger("again", timed("print(1)", 10));
  writeLedger("again", timed("print(2)", 5));
  const [, before] = kept("again");
  writeLedger("again", timed("print(1)", 11));
  expect(kept("again")[1]).toEqual({ ...before, steps: 11 });
});

test("of many versions the first try stays", () => {
  for (let version = 0; version < 50; version += 1) writeLedger("many", timed(`print(${version})`, version));
  const codes = kept("many").map(({ code }) => code);
  expect(codes).toHaveLength(20);
  expect([codes[0], codes.at(-1)]).toEqual(["print(49)", "print(0)"]);
});
