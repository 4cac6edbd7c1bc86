import * as z from "zod/mini";

const WORD_BYTES = 4;
const WORD_VALUES = 2 ** 32;
const NANOSECONDS_IN_MS = 1_000_000;
const REALTIME = 0;
const LAST_CLOCK = 3;
const SUCCESS = 0;
const INVALID = 28;
const WASI = "wasi_snapshot_preview1";

type Imports = Record<string, Record<string, unknown>>;
/** Emscripten's module before it is made; it gets new views whenever the memory grows. */
type Module = {
  instantiateWasm: (imports: Imports, onDone: unknown) => unknown;
  readonly HEAPU32?: Uint32Array;
};
const Module = z.custom<Module>(
  (value) => typeof value === "object" && value !== null && "instantiateWasm" in value,
);

/**
 * Has the interpreter read the clock by plain numbers. Emscripten's own way makes two big integers at every look, which
 * costs several times as much as the look itself. Takes the settings that Pyodide makes the module of.
 */
export function quickenClock(settings: object) {
  const module = Module.parse(settings);
  const { instantiateWasm } = module;
  const clock = (id: number, _precision: bigint, address: number) => {
    const words = module.HEAPU32;
    if (words === undefined || id < REALTIME || id > LAST_CLOCK) return INVALID;
    const nowMs = id === REALTIME ? Date.now() : performance.now();
    const nanoseconds = Math.round(nowMs * NANOSECONDS_IN_MS);
    words[address / WORD_BYTES] = nanoseconds % WORD_VALUES;
    words[address / WORD_BYTES + 1] = Math.floor(nanoseconds / WORD_VALUES);
    return SUCCESS;
  };
  module.instantiateWasm = (imports, onDone) =>
    instantiateWasm({ ...imports, [WASI]: { ...imports[WASI], clock_time_get: clock } }, onDone);
}
