import { expect, test } from "vitest";
import describeGlobals from "./describe-globals.guest.js";
import { modes } from "./modes";
import { printedByEngine, printedOnMachine } from "./modes-for-tests";
import oddValues from "./odd-values.guest.js";
import tryBuiltIns from "./try-built-ins.guest.js";

/** What the machine has beside the language, as browsers and Node do. */
const added =
  `console performance process prompt structuredClone TextEncoder TextDecoder atob btoa queueMicrotask
  setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate`.split(/\s+/);

const expression = (source: string) => `(${source.trim().replace(/;$/, "")})`;
const calling = (source: string, given: unknown, ...parts: string[]) =>
  `${expression(source)}(${[JSON.stringify(given), ...parts.map(expression)].join(", ")});`;

test.each(modes)("every object of the language is on the %s machine as on the engine alone", (mode) => {
  const code = calling(describeGlobals, added);
  const expected = printedByEngine(code).split("\n");
  expect(expected.length).toBeGreaterThan(3_000);
  expect(printedOnMachine(code, mode).split("\n")).toEqual(expected);
});

/** Built-ins are tried in so many parts, so that no output is too long. */
const PARTS = 6;
/** One in so many lists of arguments for each receiver; by 13, which takes minutes, all is as it is by this. */
const SHARE = 149;

test.each(Array.from({ length: PARTS }, (_, from) => from))(
  "what a program sees of built-ins is the same where their work is counted, part %i",
  (from) => {
    const code = calling(tryBuiltIns, { from, step: PARTS, share: SHARE, added }, oddValues);
    const expected = withoutClock(printedByEngine(code));
    expect(expected.length).toBeGreaterThan(3_000);
    expect(withoutClock(printedOnMachine(code, "counted"))).toEqual(expected);
  },
);

/** A call of `Date` says what time it is. */
const withoutClock = (printed: string) =>
  printed.replaceAll(/\w+ \w+ \d+ \d+ [\d:]+ GMT/g, "now GMT").split("\n");
