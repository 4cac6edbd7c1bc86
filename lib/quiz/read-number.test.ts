import { expect, test } from "vitest";
import { readNumber } from "./read-number";

test.each([
  ["1300", 1300],
  ["1,300", 1300],
  ["1 300 000", 1_300_000],
  ["1’300", 1300],
  ["0,5", 0.5],
  [".25", 0.25],
  ["−3", -3],
  [" 12 ms ", 12],
  ["12MS", 12],
  ["1,300.5", 1300.5],
  ["20 %", null],
  ["1,30,0", null],
  ["12 s", null],
  ["1e3", null],
  ["about 12", null],
  ["", null],
  ["ms", null],
])("in milliseconds %j is read as %j", (text, number) => {
  expect(readNumber(text, "ms")).toBe(number);
});
