import * as fc from "fast-check";
import { expect, test } from "vitest";
import { medianInterval } from "./median-interval";
import { compareTimes } from "./ratio";

const SEED = 815;
const RACES = 2_000;

const evenly = fc.noBias(fc.integer({ min: 1, max: 1_000_000 })).map((each) => each / 1_000_000);
/** Times around 100 ms as machines give them: a floor, a tail, now and then a long disturbance. */
const time = fc
  .tuple(evenly, evenly)
  .map(([tail, luck]) => 100 - 8 * Math.log(tail) + (luck < 0.03 ? 300 : 0));
const races = (runs: number) => {
  const series = fc.array(time, { minLength: runs, maxLength: runs });
  return fc.sample(fc.tuple(series, series), { seed: SEED, numRuns: RACES });
};

test("half the time is told as a ratio of a half with its interval", () => {
  const slow = [100, 104, 98, 101, 99, 102, 100];
  const fast = slow.toReversed().map((each) => each / 2);
  expect(compareTimes(fast, slow)).toMatchObject({ kind: "ratio", ratio: 0.5, verdict: "faster" });
  const back = compareTimes(slow, fast);
  expect(back).toMatchObject({ kind: "ratio", ratio: 2, verdict: "slower" });
  expect(back.kind === "ratio" && [back.low, back.high]).toEqual([
    expect.closeTo(1.96, 1),
    expect.closeTo(2.04, 1),
  ]);
});

test.each([6, 10, 30, 60])(
  "equal versions in races of %d runs are told apart once in twenty at most",
  (runs) => {
    const verdicts = races(runs).map(([one, other]) => compareTimes(one, other));
    const told = verdicts.filter((each) => each.kind === "ratio" && each.verdict !== "cannot be told");
    expect(verdicts.every(({ kind }) => kind === "ratio")).toBe(true);
    expect(told.length / RACES).toBeLessThan(0.06);
  },
);

test.each([6, 10, 30, 60])("the interval of %d runs has the true ratio in it 19 times of 20", (runs) => {
  const held = races(runs).filter(([one, other]) => {
    const result = compareTimes(
      one.map((each) => each * 1.5),
      other,
    );
    return result.kind === "ratio" && result.low <= 1.5 && 1.5 <= result.high;
  });
  expect(held.length / RACES).toBeGreaterThan(0.94);
});

test("a version that takes 1.5 times as long is called slower in nearly every race of ten", () => {
  const told = races(10).map(([one, other]) =>
    compareTimes(
      one.map((each) => each * 1.5),
      other,
    ),
  );
  const slower = told.filter((each) => each.kind === "ratio" && each.verdict === "slower");
  expect(slower.length / RACES).toBeGreaterThan(0.95);
  expect(told.filter((each) => each.kind === "ratio" && each.verdict === "faster")).toEqual([]);
});

test("a machine that gets slower and slower changes no verdict, for both versions ran by turns", () => {
  const drift = Array.from({ length: 12 }, (_, index) => 100 * 1.3 ** index);
  const slightlySlower = drift.map((each, index) => each * (1.05 + 0.001 * (index % 3)));
  expect(compareTimes(slightlySlower, drift)).toMatchObject({ verdict: "slower" });
});

test("five pairs, or runs of 0 ms, tell nothing", () => {
  const five = [1, 2, 3, 4, 5];
  expect(compareTimes(five, [...five, 6])).toEqual({
    kind: "nothing to tell",
    because: expect.stringContaining("ran 5 times; six runs of each are needed"),
  });
  expect(compareTimes([0, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1])).toEqual({
    kind: "nothing to tell",
    because: expect.stringContaining("less time than the clock can see"),
  });
});

test("the interval leaves out as many at each end as the published table of the sign test says", () => {
  const critical = { 5: null, 6: 0, 8: 0, 9: 1, 12: 2, 20: 5, 50: 17 };
  for (const [count, skipped] of Object.entries(critical)) {
    const interval = medianInterval(Array.from({ length: Number(count) }, (_, index) => index));
    expect(interval).toEqual(skipped === null ? null : { low: skipped, high: Number(count) - 1 - skipped });
  }
});
