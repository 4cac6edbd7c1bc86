import { expect, test } from "vitest";
import { differenceBetween } from "./printed-alike";

test.each([
  ["took 12.5 ms, counted 4,096 steps", "took 98.1 ms, counted 4,096 steps"],
  ["processor 33% of the time", "processor  81% of the time"],
  ["one  ▇▇▇▇ 4 ms", "one  ▇▇ 2 ms"],
])("%j and %j are alike", (shown, printed) => {
  expect(differenceBetween(shown, printed)).toBeNull();
});

test.each([
  ["counted 4,096 steps", "counted 4,097 steps", "line 1"],
  ["took 12.5 ms", "took 412.5 ms", "line 1"],
  ["fine\nfine", "fine\nwrong", "line 2"],
  ["fine", "fine\nand more", "line 2"],
  ["fine\nand more", "fine", "(nothing)"],
])("%j and %j are not", (shown, printed, difference) => {
  expect(differenceBetween(shown, printed)).toContain(difference);
});
