import { expect, test } from "vitest";
import { sizeIn, withSize } from "./sized-program";

test.each([
  ["n = 1000", 1000],
  ["import time\n\nn = 1_000  # people", 1000],
  ["const n = 20_000;\nconsole.log(n);", 20_000],
  ["let n: number = 7", 7],
  ["n = 1000\r\nprint(n)\r\n", 1000],
])("the size of %j is %j", (code, size) => {
  expect(sizeIn(code, "n")).toBe(size);
});

test.each(["    n = 1000", "n = 10.5", "n = 3 * 4", "m = 3", "n == 3", "print(n)", "nn = 3", "n =\n3"])(
  "%j says no size",
  (code) => {
    expect(sizeIn(code, "n")).toBeNull();
    expect(withSize(code, { name: "n", size: 5 })).toBeNull();
  },
);

test("of two lines, one of them in a text, neither is taken for the size", () => {
  const code = '"""Such as\nn = 5\n"""\nn = 1000\n';
  expect(sizeIn(code, "n")).toBeNull();
  expect(withSize(code, { name: "n", size: 5 })).toBeNull();
});

test("another size stands in the same line, and nothing else changes", () => {
  const code = "const n = 1_000; // how many\nconst m = n + 1000;\n";
  expect(withSize(code, { name: "n", size: 4000 })).toBe(
    "const n = 4000; // how many\nconst m = n + 1000;\n",
  );
});
