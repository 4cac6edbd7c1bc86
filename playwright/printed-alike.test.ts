import { expect, test } from "vitest";
import { differenceBetween } from "./printed-alike";

test.each([
  ["took 12.5 ms (measured)", "took 98.1 ms (measured)"],
  ["0 ms, then 900 µs (measured)", "0.001 ms, then 0.002 s (measured)"],
  ["best 2 ms, worst 150 ms (measured)", "best 2 ms, worst 9 ms (measured)"],
  ["an hour (simulated), 3,600 s", "an hour (simulated), 36 s"],
  ["4,096 steps (counted)", "4,096 steps (counted)"],
  ["51 of 200 (counted), 20 ms (measured)", "52 of 200 (counted), 31 ms (measured)"],
  ["shop ====\nmail ==", "mail ===\nshop ="],
  ["|clean  |parse", "|cle|parse_all"],
])("%j and %j are alike", (shown, printed) => {
  expect(differenceBetween(shown, printed)).toBeNull();
});

test.each([
  ["4,096 steps (counted)", "4,097 steps (counted)", "counted 4,097 where 4,096"],
  ["took 12 ms (measured)", "took 1.2 s (measured)", "measured 1.2e+3 ms where 12 ms"],
  ["took 1,200 ms (measured)", "took 90 µs (measured)", "measured 0.090 ms where 1.2e+3 ms"],
  ["all is fine", "all is wrong", "does not say: fine"],
  ["all is fine", "all is fine\nTraceback", "says as well: Traceback"],
])("%j and %j are not", (shown, printed, difference) => {
  expect(differenceBetween(shown, printed)).toContain(difference);
});
