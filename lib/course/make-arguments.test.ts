import { expect, test } from "vitest";
import { makeArguments } from "./make-arguments";
import { SizedArgument } from "./sized-argument";

const made = (recipe: unknown, size: number) => makeArguments([SizedArgument.parse(recipe)], size)[0];

test.each<[unknown, unknown]>([
  [{ size: "n" }, 3],
  [{ range: "n" }, [0, 1, 2]],
  [{ repeat: "ab", times: "n" }, "ababab"],
  [{ repeat: [1, null], times: "n" }, [1, null, 1, null, 1, null]],
  [
    { pairs: [{ range: "n" }, { repeat: ["x"], times: "n" }] },
    [
      [0, "x"],
      [1, "x"],
      [2, "x"],
    ],
  ],
  ["n", "n"],
  [
    [1, { a: true }],
    [1, { a: true }],
  ],
])("%j of size 3 is %j", (recipe, value) => {
  expect(made(recipe, 3)).toEqual(value);
});

test("shuffled numbers are all there, in an order of their own, the same every time", () => {
  const numbers = made({ shuffled: "n" }, 100);
  expect(numbers).toEqual(made({ shuffled: "n" }, 100));
  expect(numbers).not.toEqual(made({ range: "n" }, 100));
  expect(new Set(Array.isArray(numbers) ? numbers : []).size).toBe(100);
});

test("two shuffled arguments are in different orders", () => {
  const [one, other] = makeArguments([{ shuffled: "n" }, { shuffled: "n" }], 50);
  expect(one).not.toEqual(other);
});

test("five thousand words are all different", () => {
  const words = made({ words: "n" }, 5_000);
  expect(new Set(Array.isArray(words) ? words : []).size).toBe(5_000);
});

test.each([
  { range: 3 },
  { shuffled: "m" },
  { words: "n", more: 1 },
  { repeat: "ab", times: 5 },
  { pairs: [{ range: "n" }] },
])("%j is a slip of the author's, not an argument", (recipe) => {
  expect(SizedArgument.safeParse(recipe).success).toBe(false);
});
