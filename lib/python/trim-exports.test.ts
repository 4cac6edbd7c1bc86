import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { trimExports } from "./trim-exports";

const text = (file: string) => readFileSync(`node_modules/pyodide/${file}`, "utf8");
const stock = {
  interpreter: new Uint8Array(readFileSync("node_modules/pyodide/pyodide.asm.wasm")),
  script: text("pyodide.asm.mjs"),
};
const trimmed = trimExports({ ...stock, loader: text("pyodide.mjs") });

test("the interpreter stays valid, and nine of ten exports are gone", () => {
  const count = (bytes: Uint8Array<ArrayBuffer>) =>
    WebAssembly.Module.exports(new WebAssembly.Module(bytes)).length;
  expect(count(trimmed.interpreter)).toBeLessThan(count(stock.interpreter) / 10);
});

test("the script is shorter by a third, and names no export that is gone", () => {
  expect(trimmed.script.length).toBeLessThan((stock.script.length * 2) / 3);
  const there = new Set(
    WebAssembly.Module.exports(new WebAssembly.Module(trimmed.interpreter)).map(({ name }) => name),
  );
  const named = [...trimmed.script.matchAll(/=wasmExports\["([\w$]+)"\]/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !there.has(name))).toEqual([]);
});

test("a script that goes about it in another way is refused", () => {
  expect(() => trimExports({ ...stock, script: "export default () => {}", loader: "" })).toThrow(
    "Correct trim-exports.ts",
  );
});
