import type { EmscriptenModule, Imports } from "./own-imports";

const NO_SIGNAL = 0;

/**
 * Has the interpreter take a signal in one step. Its own way reads the byte and then clears it, many thousand times a
 * second, and a Stop that came between the two was lost.
 */
export const wholeSignals = (module: EmscriptenModule): Imports => ({
  env: {
    _Py_CheckEmscriptenSignals_Helper() {
      const buffer = module.Py_EmscriptenSignalBuffer;
      // Mostly there is none, and a mere look costs least.
      if (buffer === undefined || buffer[0] === NO_SIGNAL) return NO_SIGNAL;
      return Atomics.exchange(buffer, 0, NO_SIGNAL);
    },
  },
});
