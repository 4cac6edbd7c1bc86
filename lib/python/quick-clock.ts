import * as z from "zod/mini";

const WORD_BYTES = 4;
const WORD_VALUES = 2 ** 32;
const NANOSECONDS_IN_MS = 1_000_000;
const REALTIME = 0;
const LAST_CLOCK = 3;
const INVALID = 28;

type Imports = Record<string, Record<string, unknown>>;
type Instantiate = (imports: Imports, onDone: unknown) => unknown;
const Settings = z.object({ instantiateWasm: z.custom<Instantiate>((value) => typeof value === "function") });
/** Emscripten makes a new one whenever the memory grows. */
const Views = z.object({ HEAPU32: z.custom<Uint32Array>((value) => value instanceof Uint32Array) });

/**
 * Has the interpreter read the clock by plain numbers. Emscripten's own way makes two big integers at every look, which
 * costs ten times as much as the look itself. Takes the settings of Pyodide's module, before it is made.
 */
export function quickenClock(settings: object) {
  const { instantiateWasm } = Settings.parse(settings);
  const clock = (id: number, _precision: bigint, address: number) => {
    if (id < REALTIME || id > LAST_CLOCK) return INVALID;
    const nanoseconds = Math.round((id === REALTIME ? Date.now() : performance.now()) * NANOSECONDS_IN_MS);
    const { HEAPU32: words } = settings as z.infer<typeof Views>;
    words[address / WORD_BYTES] = nanoseconds >>> 0;
    words[address / WORD_BYTES + 1] = Math.floor(nanoseconds / WORD_VALUES);
    return 0;
  };
  const instantiate: Instantiate = (imports, onDone) =>
    instantiateWasm(
      {
        ...imports,
        wasi_snapshot_preview1: { ...imports["wasi_snapshot_preview1"], clock_time_get: clock },
      },
      onDone,
    );
  Object.assign(settings, { instantiateWasm: instantiate });
}
