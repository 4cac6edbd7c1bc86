import { expect, test } from "vitest";
import { differenceBetween } from "./printed-alike";

test.each([
  ["took 12.5 ms (measured)", "took 98.1 ms (measured)"],
  ["4,096 steps (counted)", "4,096 steps (counted)"],
  ["51 of 200 (counted), 20 ms (measured)", "52 of 200 (counted), 31 ms (measured)"],
  ["shop ====\nmail ==", "mail ===\nshop ="],
  ["|clean  |parse", "|cle|parse_all"],
])("%j and %j are alike", (shown, printed) => {
  expect(differenceBetween(shown, printed)).toBeNull();
});

test.each([
  ["4,096 steps (counted)", "4,097 steps (counted)", "counted 4,097 where 4,096"],
  ["all is fine", "all is wrong", "does not say: fine"],
  ["all is fine", "all is fine\nTraceback", "says as well: Traceback"],
])("%j and %j are not", (shown, printed, difference) => {
  expect(differenceBetween(shown, printed)).toContain(difference);
});
