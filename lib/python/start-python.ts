import type { PyodideConfig, PyodideInterface } from "pyodide";
import type { Snapshot } from "@/lib/machine/packed-snapshot";
import { importOwn } from "./own-imports";
import { protectStack } from "./protect-stack";
import { newHeaderRoom } from "./pyodide-snapshot";
import { LOCK_FILE, PYTHON_ENVIRONMENT } from "./python-settings";
import { quickClock } from "./quick-clock";
import { restoreMemory } from "./restore-memory";
import { wholeSignals } from "./whole-signals";

/** Pyodide's two halves, handed in: a worker can import them only after it has been made ready for them. */
export type Pyodide = {
  readonly loadPyodide: (config: PyodideConfig) => Promise<PyodideInterface>;
  readonly createPyodideModule: NonNullable<PyodideConfig["createPyodideModule"]>;
};

/** Boots CPython: from a snapshot, or from the standard library's sources. Its `js` module is empty. */
export function startPython(
  { loadPyodide, createPyodideModule }: Pyodide,
  {
    indexURL,
    snapshot,
    makesSnapshot = false,
  }: { indexURL: string; snapshot: Snapshot | Promise<Snapshot> | null; makesSnapshot?: boolean },
): Promise<PyodideInterface> {
  const header = newHeaderRoom();
  return loadPyodide({
    indexURL,
    packageBaseUrl: indexURL,
    lockFileContents: LOCK_FILE,
    jsglobals: Object.create(null),
    env: PYTHON_ENVIRONMENT,
    // Else a snapshot would keep the path of the script that made it.
    _sysExecutable: "./this.program",
    createPyodideModule: async (settings) => {
      importOwn(settings, [quickClock, wholeSignals]);
      const emscripten = await createPyodideModule(settings);
      if (snapshot !== null) {
        const whole = await snapshot;
        // Pyodide itself restores the header alone.
        header.fill(whole.header);
        restoreMemory(emscripten, whole);
      }
      protectStack(emscripten);
      return emscripten;
    },
    ...(makesSnapshot ? { _makeSnapshot: true } : {}),
    ...(snapshot === null ? {} : { _loadSnapshot: header.room }),
  });
}
