import { expect, test } from "vitest";
import { inputParts } from "./input-parts";

test("what is typed goes as it is, and nothing goes as nothing", () => {
  expect(inputParts("ls\r")).toEqual(["ls\r"]);
  expect(inputParts("")).toEqual([]);
});

test("a long paste arrives whole, and no character of it is torn in two", () => {
  const pasted = `x${"🐢".repeat(80_000)}`;
  const parts = inputParts(pasted);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join("")).toBe(pasted);
  expect(parts.every((part) => part.isWellFormed() && part.length <= 100_000)).toBe(true);
});
