import { expect, test } from "vitest";
import { makeArguments } from "@/lib/course/make-arguments";
import { gradeGrowth } from "@/lib/grading/grade-growth";
import { checked } from "./checked-for-tests";

const SLOW = `function newcomers(ships) {
  const seen = [];
  for (const ship of ships) {
    if (!seen.includes(ship)) seen.push(ship);
  }
  return seen.length;
}`;
const QUICK = SLOW.replace("[]", "new Set()")
  .replace("includes", "has")
  .replace("push", "add")
  .replace("length", "size");

const growth = {
  call: "newcomers",
  runs: [8, 16, 32, 64, 128].map((size) => ({ size, arguments: makeArguments([{ words: "n" }], size) })),
  starter: SLOW,
};
const cases = [{ id: "one", call: "newcomers", arguments: [["Ida"]], returns: 1 }];
const found = async (code: string) => (await checked(code, { cases, growth })).evidence.growth;
const bounds = { atMost: "n", atLeastSteps: 128 } as const;

test("a search in a search grows as n², and the line that searches is told", async () => {
  const evidence = await found(SLOW);
  expect(evidence).toMatchObject({ otherResult: false, busiest: { line: 4 } });
  expect(gradeGrowth(bounds, evidence)).toMatchObject({ outcome: "too-fast", growthClass: "O(n²)" });
});

test.each([
  [
    "getters",
    `function placesOf(ships) {
  const places = ships.map(() => 0);
  ships.forEach((ship, index) =>
    Object.defineProperty(places, index, { enumerable: true, get: () => ships.indexOf(ship) }));
  return places;
}`,
  ],
  [
    "a proxy",
    `function placesOf(ships) {
  return new Proxy(ships.map(() => 0), {
    get: (places, index) => (typeof index === "string" && index !== "length" ? ships.indexOf(ships[index]) : places[index]),
    getOwnPropertyDescriptor: (places, index) =>
      index === "length" ? Object.getOwnPropertyDescriptor(places, index)
        : { value: ships.indexOf(ships[index]), writable: true, enumerable: true, configurable: true },
  });
}`,
  ],
])("work that is put off until the result is read, by %s, counts", async (_, late) => {
  const runs = [8, 16, 32, 64, 128].map((size) => ({
    size,
    arguments: [Array.from({ length: size }, (_, index) => `ship ${index}`)],
  }));
  const starter = "const placesOf = (ships) => ships.map((ship) => ships.indexOf(ship));";
  const plan = { cases: [], growth: { call: "placesOf", runs, starter } };
  const evidence = (await checked(late, plan)).evidence.growth;
  expect(evidence).toMatchObject({ otherResult: false });
  expect(gradeGrowth(bounds, evidence)).toMatchObject({ outcome: "too-fast", growthClass: "O(n²)" });
});

test("a set grows as n", async () => {
  expect(gradeGrowth(bounds, await found(QUICK))).toMatchObject({ outcome: "passed", growthClass: "O(n)" });
});

test("the counts are the same every time, and of the calls alone", async () => {
  const first = await found(SLOW);
  expect(await found(`${SLOW}\nnewcomers("a b c d".split(" "));`)).toEqual(first);
});

test("a call that stops early is told to give another result", async () => {
  const lazy = QUICK.replace("of ships", "of ships.slice(0, 40)");
  expect(await found(lazy)).toMatchObject({ otherResult: true });
});

test("what raises at a larger size has no growth, and the error is told", async () => {
  const fragile = QUICK.replace("{\n", '{\n  if (ships.length > 50) throw new RangeError("too many");\n');
  const { evidence, countingError } = await checked(fragile, { cases, growth });
  expect(evidence.growth).toBeUndefined();
  expect(countingError?.message).toBe("RangeError: too many");
});

test("growth is not counted while a case fails", async () => {
  expect(await found("const newcomers = () => 7;")).toBeUndefined();
});
