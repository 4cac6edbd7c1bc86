import * as fc from "fast-check";
import { expect, test } from "vitest";
import { summarise } from "./summary";

test("five runs give median, quartiles, ends and spread", () => {
  expect(summarise([30, 10, 20, 50, 40])).toEqual({
    kind: "summary",
    runs: 5,
    medianMs: 30,
    lowerQuartileMs: 20,
    upperQuartileMs: 40,
    minMs: 10,
    maxMs: 50,
    spread: 20 / 30,
    medianError: expect.closeTo(0.468, 3),
    isTooNoisy: true,
  });
});

test("quartiles lie between two runs where they must", () => {
  expect(summarise([1, 2, 3, 4, 5, 6])).toMatchObject({
    lowerQuartileMs: 2.25,
    medianMs: 3.5,
    upperQuartileMs: 4.75,
  });
});

test("fewer than five runs tell nothing", () => {
  expect(summarise([10, 10, 10, 10])).toEqual({ kind: "nothing to tell", runs: 4, runsNeeded: 5 });
});

test("one run that was disturbed makes calm runs no noisier", () => {
  const calm = [100, 101, 99, 100, 102, 98, 100];
  expect(summarise(calm)).toMatchObject({ isTooNoisy: false });
  expect(summarise([...calm, 900])).toMatchObject({ isTooNoisy: false, maxMs: 900 });
});

test("the same noise is too much for five runs and not for forty", () => {
  const five = [80, 90, 100, 110, 120];
  expect(summarise(five)).toMatchObject({ isTooNoisy: true });
  expect(summarise(Array.from({ length: 8 }, () => five).flat())).toMatchObject({ isTooNoisy: false });
});

test("times that the clock could not see are too noisy to tell", () => {
  expect(summarise([0, 0, 0, 0, 0, 0.1])).toMatchObject({ medianMs: 0, isTooNoisy: true });
});

test("in whatever unit and order runs come, spread and verdict are the same", () => {
  const times = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 5, maxLength: 50 });
  fc.assert(
    fc.property(times, (values) => {
      const summary = summarise(values);
      const other = summarise(values.toReversed().map((each) => each * 1_024));
      if (summary.kind !== "summary" || other.kind !== "summary") throw new Error("Five runs were given.");
      expect(other.spread).toBeCloseTo(summary.spread, 9);
      expect(other.isTooNoisy).toBe(summary.isTooNoisy);
      const { minMs, lowerQuartileMs, medianMs, upperQuartileMs, maxMs } = summary;
      const inOrder = [minMs, lowerQuartileMs, medianMs, upperQuartileMs, maxMs];
      expect(inOrder.toSorted((one, other) => one - other)).toEqual(inOrder);
    }),
  );
});

test.each([-1, Number.NaN, Infinity])("a time of %s ms is refused", (wrong) => {
  expect(() => summarise([1, 2, 3, 4, wrong])).toThrow(`A time of ${wrong} ms was given`);
});
