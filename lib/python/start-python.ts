import type { PyodideConfig, PyodideInterface } from "pyodide";
import * as z from "zod/mini";
import type { Snapshot } from "@/lib/machine/packed-snapshot";
import { importOwn } from "./own-imports";
import { protectStack } from "./protect-stack";
import { newHeaderRoom } from "./pyodide-snapshot";
import { LOCK_FILE, PYTHON_ENVIRONMENT } from "./python-settings";
import { quickClock } from "./quick-clock";
import { placeRareData } from "./rare-data-in-memory";
import { restoreMemory } from "./restore-memory";
import { wholeSignals } from "./whole-signals";

/** Pyodide's two halves, handed in: a worker can import them only after it has been made ready for them. */
export type Pyodide = {
  readonly loadPyodide: (config: PyodideConfig) => Promise<PyodideInterface>;
  readonly createPyodideModule: NonNullable<PyodideConfig["createPyodideModule"]>;
};

/** What an interpreter starts from: a snapshot; or the standard library's sources, and then its rare data, too. */
type Beginning =
  | { readonly snapshot: Snapshot | Promise<Snapshot> }
  | { readonly snapshot: null; readonly rareData: Uint8Array<ArrayBuffer> };

type BeforeRun = (emscripten: object) => void;
/** Not a copy of the list: what is added to it is for Emscripten. */
const Settings = z.object({ preRun: z.custom<BeforeRun[]>((value) => Array.isArray(value)) });

/** Boots CPython. Its `js` module is empty. */
export function startPython(
  { loadPyodide, createPyodideModule }: Pyodide,
  { indexURL, makesSnapshot = false, ...from }: Beginning & { indexURL: string; makesSnapshot?: boolean },
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
      if (from.snapshot === null)
        Settings.parse(settings).preRun.push((emscripten) => placeRareData(emscripten, from.rareData));
      const emscripten = await createPyodideModule(settings);
      if (from.snapshot !== null) {
        const whole = await from.snapshot;
        // Pyodide itself restores the header alone.
        header.fill(whole.header);
        restoreMemory(emscripten, whole);
      }
      protectStack(emscripten);
      return emscripten;
    },
    ...(makesSnapshot ? { _makeSnapshot: true } : {}),
    ...(from.snapshot === null ? {} : { _loadSnapshot: header.room }),
  });
}
