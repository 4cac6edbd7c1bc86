import { expect, test } from "vitest";
import { busiestIn, runCounted } from "./machine-for-tests";

test.each<[string, string, number, number]>([
  [
    "the search of a built-in",
    "const list = Array.from({ length: 999 });\nlet a = 1;\nfor (; a < 9; a++) list.includes(a);\na = 2;",
    3,
    0.3,
  ],
  [
    "a loop within a loop",
    "for (let i = 0; i < 99; i++) {\n  i;\n  for (let j = 0; j < 9; j++)\n    j;\n}",
    3,
    0.4,
  ],
  [
    "what a callback does",
    "const list = [1, 2, 3];\nlist.map((x) => {\n  for (;;) if (x++ > 500) return x;\n});",
    3,
    0.9,
  ],
  ["a text that grows", "let s = '';\nfor (let i = 0; i < 99; i++) {\n  s += 'a'.repeat(50);\n}", 3, 0.4],
  [
    "what comes behind a call",
    "const list = Array.from({ length: 999 });\nconst f = (x) => {\n  return x;\n};\nf(1) && list.includes(7);",
    5,
    0.4,
  ],
])("the busiest line is that of %s", (_, code, line, share) => {
  const busiest = busiestIn(code);
  expect(busiest?.line).toBe(line);
  expect(busiest?.share).toBeGreaterThan(share);
});

test("straight statements have their steps on their own lines", () => {
  const code = "for (let i = 0; i < 9; i++) {\n  i;\n  i; i; i;\n  i;\n}";
  expect(busiestIn(code)).toEqual({ line: 3, share: expect.closeTo(27 / 55, 2) });
});

test("looking at lines changes neither the count nor what is said of it the next time", () => {
  const code = "const seen = [];\nfor (let i = 0; i < 300; i++)\n  if (!seen.includes(i)) seen.push(`${i}`);";
  const { steps } = runCounted(code);
  expect(runCounted(code, { linesOf: "main.js" }).steps).toBe(steps);
  expect(busiestIn(code)).toEqual(busiestIn(code));
});

test("a program that replaces what errors are made of changes nothing", () => {
  const code =
    "const list = Array.from({ length: 999 });\nlist.includes(1);\nlist.includes(2);list.includes(2);";
  const spoilt = "Error = undefined; Object.getPrototypeOf([]).map = null;";
  expect(busiestIn(`${spoilt}${code}`)?.line).toBe(busiestIn(code)?.line);
});
