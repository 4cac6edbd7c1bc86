import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { freshMemory } from "@/lib/machine/fresh-memory";
import { dropUnused } from "./drop-unused";
import { readInterpreter } from "./node-parts";
import { placeRareData } from "./rare-data-in-memory";
import { trimScript } from "./trim-script";

const stock = (file: string) => readFileSync(`node_modules/pyodide/${file}`);
const importsOf = (bytes: Uint8Array<ArrayBuffer>) =>
  WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name);

const offeredBy = (script: string) =>
  (/var wasmImports=\{([^}]*)\}/.exec(script)?.[1] ?? "").split(",").map((entry) => entry.split(":")[0]);

test("the interpreter imports half as many functions, and its script still offers every one of them", () => {
  const { interpreter, script } = readInterpreter();
  const imported = importsOf(interpreter);
  expect(imported.length).toBeLessThan(importsOf(new Uint8Array(stock("pyodide.asm.wasm"))).length * 0.6);
  const wanted = new Set(imported);
  const stockOffer = offeredBy(stock("pyodide.asm.mjs").toString());
  const isWanted = (name: string | undefined) => name !== undefined && wanted.has(name);
  expect(new Set(offeredBy(script))).toEqual(new Set(stockOffer.filter(isWanted)));
  expect(script.length).toBeLessThan(stock("pyodide.asm.mjs").length / 2);
});

test("with its rare data in place the interpreter begins with the very memory that it came with", () => {
  const { interpreter, rareData } = readInterpreter();
  const memory = freshMemory(interpreter);
  const asItCame = freshMemory(new Uint8Array(stock("pyodide.asm.wasm")));
  expect(memory.every((byte, at) => byte === asItCame[at])).toBe(false);
  placeRareData({ HEAPU8: memory }, rareData);
  expect(Buffer.compare(memory, asItCame)).toBe(0);
});

test("what is no WebAssembly is refused with the file to correct", () => {
  expect(() => dropUnused(new Uint8Array([1, 2, 3]))).toThrow("Correct drop-unused.ts");
});

const trimmed = (body: string, imported: string[] = [], loader = "") =>
  trimScript({
    script: `function make(){${body}}export default make;`,
    loader,
    imported: new Set(imported),
  });

test("a function stays while something that stays writes its name, and goes with all that described it", () => {
  const body =
    "var _draw=(x)=>line(x);_draw.sig='vi';function line(x){}var _write=(x)=>put(x);_write.sig='vi';" +
    "function put(x){}Module['draw']=_draw;var wasmImports={draw:_draw,write:_write};";
  expect(trimmed(body, ["write"])).toBe(
    "function make(){var _write=(x)=>put(x);_write.sig='vi';function put(x){}var wasmImports={write:_write};}export default make;",
  );
  expect(trimmed(body, ["write"], "module.draw()")).toContain("Module['draw']=_draw");
});

test("what does more than name a function stays", () => {
  const body = "var count=start();for(const x of [1])run(x);function run(){}var wasmImports={};";
  expect(trimmed(body)).toBe(`function make(){${body}}export default make;`);
});

test("a script of another form is refused", () => {
  expect(() => trimScript({ script: "export default 1;", loader: "", imported: new Set() })).toThrow(
    "Correct trim-script.ts",
  );
  expect(() => trimmed("")).toThrow("Correct trim-script.ts");
});
