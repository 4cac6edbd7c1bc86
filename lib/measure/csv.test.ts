import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "./csv";

/** A strict reader of RFC 4180: what is left over after the last line is an error. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`No CSV from character ${at} on.`);
    row.push((found[1] ?? found[2] ?? "").replaceAll('""', '"'));
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test("numbers stand plain, names with commas, quotes and line breaks are quoted", () => {
  const table = {
    columns: ["function", "own (ms)"],
    rows: [
      ['say "hi", twice', 1.25],
      ["two\nlines", null],
    ],
  };
  expect(csvText(table)).toBe('function,own (ms)\r\n"say ""hi"", twice",1.25\r\n"two\nlines",\r\n');
});

test("any table reads back cell by cell", () => {
  const anyTable = fc.integer({ min: 1, max: 4 }).chain((width) => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom("a", ",", '"', "\r", "\n", "é") }), {
      minLength: width,
      maxLength: width,
    });
    return fc.record({ columns: cells, rows: fc.array(cells) });
  });
  fc.assert(
    fc.property(anyTable, ({ columns, rows }) => {
      expect(readCsv(csvText({ columns, rows }))).toEqual([columns, ...rows]);
    }),
  );
});
