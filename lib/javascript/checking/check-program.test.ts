import { expect, test } from "vitest";
import type { CheckPlan } from "@/lib/run/check-plan";
import { checked } from "./checked-for-tests";

const check = (code: string, checks: Partial<CheckPlan>) => checked(code, checks, { path: "sum.js" });

const sumOf = (values: number[], returns: number) => ({
  id: "sum",
  call: "sum",
  arguments: [values],
  returns,
});

test("an equal value passes, a different one is shown beside the expected", async () => {
  const code = "const sum = (list) => list.reduce((total, item) => total + item, 1);";
  const { evidence } = await check(code, { cases: [sumOf([1, 2], 4), { ...sumOf([1, 2], 3), id: "off" }] });
  expect(evidence.cases).toEqual([
    { id: "sum", outcome: "equal" },
    { id: "off", outcome: "different", got: "4", expected: "3" },
  ]);
});

test("what a function throws is told with the learner's line", async () => {
  const { evidence } = await check("function sum(list) {\n  return list.total.x;\n}", {
    cases: [sumOf([1], 1)],
  });
  expect(evidence.cases[0]).toMatchObject({ outcome: "raised", line: 2 });
});

test("a missing function is told by its name and file", async () => {
  const { evidence } = await check("let total = 0;", { cases: [sumOf([1], 1)] });
  expect(evidence.cases[0]).toMatchObject({ message: "There is no function `sum` in sum.js." });
});

test("objects are equal whatever the order of their keys, and arrays are not objects", async () => {
  const cases = [
    { id: "keys", call: "make", arguments: [], returns: { b: [1], a: { c: null } } },
    { id: "kind", call: "make", arguments: [], returns: [] },
  ];
  const { evidence } = await check("const make = () => ({ a: { c: null }, b: [1] });", { cases });
  expect(evidence.cases.map(({ outcome }) => outcome)).toEqual(["equal", "different"]);
});

test("a call cannot change the arguments of the next", async () => {
  const cases = [sumOf([3, 1], 4), { ...sumOf([3, 1], 4), id: "again" }];
  const { evidence } = await check(
    "function sum(list) { let t = 0; while (list.length) t += list.pop(); return t; }",
    { cases },
  );
  expect(evidence.cases.map(({ outcome }) => outcome)).toEqual(["equal", "equal"]);
});

const LOOPS = "function sum(n) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; }";
const work = {
  call: "sum",
  arguments: [400_000],
  starter: LOOPS.replace("t += i;", "for (let j = 0; j < 4; j++) t += i;"),
};

test("work is counted in steps, the same every time, and only of the call", async () => {
  const noisy = `${LOOPS}\nfor (let i = 0; i < 1e6; i++);`;
  const counts = await Promise.all(
    [LOOPS, LOOPS, noisy].map(async (code) => (await check(code, { work })).evidence.work),
  );
  // The call, three statements, and two steps for each turn.
  expect(counts[0]).toMatchObject({ unit: "steps", count: 4 + 2 * 400_000 });
  expect(counts[1]).toEqual(counts[0]);
  expect(counts[2]).toEqual(counts[0]);
  expect(counts[0]?.starterCount).toBe(4 + 10 * 400_000);
});

test("code that cannot be counted gives no count, and says why", async () => {
  const hidden = "function sum(n) { return eval(`let t = 0; for (let i = 0; i < ${n}; i++) t += i; t`); }";
  const { evidence, countingError } = await check(hidden, { work });
  expect(evidence.work).toBeNull();
  expect(countingError?.message).toContain("cannot be counted");
});

test("work is not counted while a case fails", async () => {
  const { evidence } = await check(LOOPS, {
    cases: [{ ...sumOf([], 0), arguments: [3], returns: 99 }],
    work,
  });
  expect(evidence.work).toBeNull();
});

test("a promise counts as what it becomes once all it waits for has happened", async () => {
  const later =
    "const sum = async (list) => { await new Promise((go) => setTimeout(go, 5)); return list.length; };";
  const { evidence } = await check(later, { cases: [sumOf([1, 2], 2), { ...sumOf([1], 2), id: "off" }] });
  expect(evidence.cases).toEqual([
    { id: "sum", outcome: "equal" },
    { id: "off", outcome: "different", got: "1", expected: "2" },
  ]);
});

test("a promise that is rejected is told as what the call threw, one without an end as that", async () => {
  const code = `function sum(list) {
    return list.length ? Promise.reject(new RangeError("too long")) : new Promise(() => {});
  }`;
  const { evidence } = await check(code, { cases: [sumOf([1], 1), sumOf([], 0)] });
  expect(evidence.cases).toMatchObject([
    { outcome: "raised", message: "RangeError: too long", line: 2 },
    { outcome: "raised", message: "The promise that `sum` gave is never settled." },
  ]);
});
