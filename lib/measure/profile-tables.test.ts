import { expect, test } from "vitest";
import { functionTable } from "./function-table";
import { SEARCHING } from "./profile-for-tests";
import { functionsTable, linesTable } from "./profile-tables";
import { stackTable } from "./stack-table";

const rows = functionTable(SEARCHING);
const sampled = { ...SEARCHING, mode: "sampling" } as const;

test("the functions are those of the profile, the one with most own time first", () => {
  const { columns, rows: told } = functionsTable(rows, "deterministic");
  expect(columns).toEqual(["Function", "Line", "Calls", "Own (ms)", "With callees (ms)"]);
  expect(told).toHaveLength(rows.length);
  const own = told.map((row) => Number(row[3]));
  expect(own).toEqual(own.toSorted((one, other) => other - one));
});

test("the stacks have a function for each way to it, under its caller", () => {
  const { columns, rows: told } = stackTable(SEARCHING);
  expect(columns.slice(0, 4)).toEqual(["Depth", "Function", "Line", "Called by"]);
  expect(told.map(([depth, name, , caller]) => `${depth} ${name} < ${caller}`)).toEqual([
    "0 <module> < ",
    "1 search < <module>",
    "2 search < search",
    "3 <built-in len> < search",
    "2 key < search",
    "1 sort < <module>",
    "2 key < sort",
    "2 <built-in len> < sort",
  ]);
});

test("a sampled profile says nothing of calls and hits, which it does not know", () => {
  expect(functionsTable(rows, "sampling").columns).not.toContain("Calls");
  expect(stackTable(sampled).columns).not.toContain("Calls");
  expect(linesTable(SEARCHING.lines, "sampling").columns).toEqual(["Line", "Own (ms)"]);
});
