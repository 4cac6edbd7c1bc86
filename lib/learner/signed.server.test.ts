import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { sealed, unsealed } from "./signed.server";

const schema = z.strictObject({ quiz: z.string() });
const value = { quiz: "loops" };
const [today, yesterday] = ["t".repeat(32), "y".repeat(32)];
const token = sealed(value, { purpose: "draw", keys: [today] });

test("a token gives back what was sealed", () => {
  expect(unsealed(token, { purpose: "draw", keys: [today], schema })).toEqual(value);
});

test("a token sealed with an older key stays good while that key is listed", () => {
  const old = sealed(value, { purpose: "draw", keys: [yesterday] });
  expect(unsealed(old, { purpose: "draw", keys: [today, yesterday], schema })).toEqual(value);
  expect(unsealed(old, { purpose: "draw", keys: [today], schema })).toBeNull();
});

test("a token made for another purpose, or holding something else, is worth nothing", () => {
  expect(unsealed(token, { purpose: "learner", keys: [today], schema })).toBeNull();
  const other = sealed({ quiz: 7 }, { purpose: "draw", keys: [today] });
  expect(unsealed(other, { purpose: "draw", keys: [today], schema })).toBeNull();
});

test("a token changed in any character is worth nothing", () => {
  for (const index of token.split("").keys()) {
    const changed = `${token.slice(0, index)}${token[index] === "A" ? "B" : "A"}${token.slice(index + 1)}`;
    expect(unsealed(changed, { purpose: "draw", keys: [today], schema })).toBeNull();
  }
});

test("no text is taken for a token, and none throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", ".", "..", "a.b.c")), (text) => {
      expect(unsealed(text, { purpose: "draw", keys: [today], schema })).toBeNull();
    }),
  );
});
