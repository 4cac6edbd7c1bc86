import * as z from "zod/mini";

/** What the interpreter imports, by module and name. */
export type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Emscripten's module before it is made; it gets new views whenever the memory grows. */
export type EmscriptenModule = {
  instantiateWasm: (imports: Imports, onDone: unknown) => unknown;
  readonly HEAPU32?: Uint32Array;
  /** Set once there is somebody who interrupts. */
  readonly Py_EmscriptenSignalBuffer?: Uint8Array;
};
const EmscriptenModule = z.custom<EmscriptenModule>(
  (value) => typeof value === "object" && value !== null && "instantiateWasm" in value,
);

/** Has the interpreter import functions of ours instead of Emscripten's. Takes the settings of which Pyodide makes the module. */
export function importOwn(settings: object, makers: readonly ((module: EmscriptenModule) => Imports)[]) {
  const module = EmscriptenModule.parse(settings);
  const { instantiateWasm } = module;
  module.instantiateWasm = (given, onDone) => {
    const imports = { ...given };
    for (const own of makers.map((make) => make(module)))
      for (const [name, functions] of Object.entries(own)) imports[name] = { ...imports[name], ...functions };
    return instantiateWasm(imports, onDone);
  };
}
