import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeBehind } from "@/lib/machine/code-behind";
import { hashOf } from "@/lib/machine/hash-of";
import { trimInterpreter, type StockInterpreter, type TrimmedInterpreter } from "./trim-interpreter";

const CACHE = "node_modules/.cache/lento";
const TOOL = "node_modules/binaryen/package.json";

/** `trimInterpreter`, done once for the same parts by the same code: builds and tests share what it gives. */
export function keptInterpreter(stock: StockInterpreter): TrimmedInterpreter {
  const { interpreter, script, loader } = stock;
  const code = codeBehind("lib/python/trim-interpreter.ts");
  const folder = path.join(CACHE, `python-${hashOf(interpreter, script, loader, readFileSync(TOOL), code)}`);
  if (!existsSync(folder)) keep(folder, trimInterpreter(stock));
  return {
    interpreter: readBytes(path.join(folder, "interpreter.wasm")),
    rareData: readBytes(path.join(folder, "rare-data.bin")),
    script: readFileSync(path.join(folder, "script.mjs"), "utf8"),
  };
}

/** Whole or not at all, whoever else is making it. */
function keep(folder: string, { interpreter, rareData, script }: TrimmedInterpreter) {
  mkdirSync(CACHE, { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  writeFileSync(path.join(making, "interpreter.wasm"), interpreter);
  writeFileSync(path.join(making, "rare-data.bin"), rareData);
  writeFileSync(path.join(making, "script.mjs"), script);
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
}

const readBytes = (file: string) => new Uint8Array(readFileSync(file));
