import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sizeOf, sizesUpTo, withSize } from "./with-size";

const PYTHON = `"""Searches.
n = 5
"""
# n = 6
n = 10_000  # n = 7 would do
names = [str(i) for i in range(n)]
def search(n=3):
    n = 4
    return f"""
n = 8
"""
n == 9
`;

test("a Python program gets another size, and not a character else changes", () => {
  const program = { language: "python", code: PYTHON, name: "n" } as const;
  expect(sizeOf(program)).toBe(10_000);
  expect(withSize(program, 800)).toBe(PYTHON.replace("10_000", "800"));
});

const JAVASCRIPT = `/* sizes
const n = 5;
*/
const text = \`
const n = 6;
\`;
const n = 2_000; // const n = 7;
for (let n = 1; n < 3; n += 1) {
  const n = 4;
}
`;

test.each([
  ["javascript", JAVASCRIPT],
  ["javascript", JAVASCRIPT.replace("const n = 2_000;", "let n=2_000")],
  ["typescript", JAVASCRIPT.replace("const n = 2_000;", "export const n: number = 2_000;")],
  ["javascript", JAVASCRIPT.replaceAll("\n", "\r\n")],
] as const)("a program in %s gets another size", (language, code) => {
  const program = { language, code, name: "n" };
  expect(sizeOf(program)).toBe(2_000);
  expect(withSize(program, 16_000)).toBe(code.replace("2_000", "16000"));
});

test.each([
  ["none at all", "python", "print(1)"],
  ["an indented one", "python", "if True:\n    n = 100"],
  ["one of another name", "python", "nn = 100\nn2 = 100"],
  ["a computed one", "python", "n = 100 * 2"],
  ["a fraction", "python", "n = 1.5"],
  ["a tuple", "python", "n = 100,"],
  ["two", "python", "n = 100\nn = 200"],
  ["one in a string", "python", 'text = """\nn = 100\n"""'],
  ["one without const or let", "javascript", "n = 100;"],
  ["one in a comment", "javascript", "/*\nconst n = 100;\n*/"],
  ["one in a template", "javascript", "const t = `\nconst n = 100;\n`;"],
] as const)("%s is no line that says a size", (_, language, code) => {
  expect(withSize({ language, code, name: "n" }, 5)).toBeNull();
  expect(sizeOf({ language, code, name: "n" })).toBeNull();
});

test("names with a dollar sign are names too", () => {
  expect(withSize({ language: "javascript", code: "let $n = 1;", name: "$n" }, 5)).toBe("let $n = 5;");
});

test("what a size is set to is the size that is read, on as many lines", () => {
  const sizes = fc.integer({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(sizes, (size) => {
      const code = withSize({ language: "python", code: PYTHON, name: "n" }, size) ?? "";
      expect(sizeOf({ language: "python", code, name: "n" })).toBe(size);
      expect(code.split("\n")).toHaveLength(PYTHON.split("\n").length);
    }),
  );
});

test("sizes double from the first and never pass the largest", () => {
  expect(sizesUpTo(1_000, 100)).toEqual([100, 200, 400, 800]);
  expect(sizesUpTo(800, 100)).toEqual([100, 200, 400, 800]);
  expect(sizesUpTo(50, 100)).toEqual([]);
  expect(() => sizesUpTo(1_000, 0)).toThrow("start at a whole number of 1 or more, not at 0");
});
