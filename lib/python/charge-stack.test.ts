import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readExports, readSections, SECTION } from "@/lib/machine/wasm-binary";
import { chargeStack } from "./charge-stack";

const stock = new Uint8Array(readFileSync("node_modules/pyodide/pyodide.asm.wasm"));
const charged = chargeStack(stock);
const exportsOf = (interpreter: Uint8Array) => {
  const section = readSections(interpreter).find(({ id }) => id === SECTION.export);
  return section === undefined ? [] : readExports(section.content);
};

test("the interpreter stays valid, and its size and its exports stay as they were", () => {
  expect(WebAssembly.validate(charged)).toBe(true);
  expect(charged.length - stock.length).toBeLessThan(200);
  expect(exportsOf(charged)).toEqual(exportsOf(stock));
});

test("the same interpreter gives the same bytes, so that its address stays the same", () => {
  expect(Buffer.from(chargeStack(stock)).equals(charged)).toBe(true);
});

test("a module without Python's functions is refused by the name of the first that is missing", () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 1, 0, 3, 1, 0, 7, 1, 0, 10, 1, 0);
  expect(() => chargeStack(empty)).toThrow("exports no _Py_Dealloc");
});
