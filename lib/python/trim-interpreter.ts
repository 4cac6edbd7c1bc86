import { chargeStack } from "./charge-stack";
import { dropUnused } from "./drop-unused";
import { takeOutRareData } from "./take-out-rare-data";
import { trimExports } from "./trim-exports";
import { trimScript } from "./trim-script";

/** Pyodide's parts: the WebAssembly, Emscripten's script around it, and the script that starts both. */
export type StockInterpreter = {
  readonly interpreter: Uint8Array<ArrayBuffer>;
  readonly script: string;
  readonly loader: string;
};

/**
 * The interpreter as it is served: deep data does not break it, and it has neither exports nor functions that nobody
 * uses, nor data that few programs read; its script has no function that nobody calls. Takes some ten seconds.
 */
export function trimInterpreter({ interpreter, script, loader }: StockInterpreter) {
  const exported = trimExports({ interpreter: chargeStack(interpreter), script, loader });
  const trimmed = dropUnused(exported.interpreter);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(trimmed));
  const imported = new Set(imports.map(({ name }) => name));
  return { ...takeOutRareData(trimmed), script: trimScript({ script: exported.script, loader, imported }) };
}
export type TrimmedInterpreter = ReturnType<typeof trimInterpreter>;
