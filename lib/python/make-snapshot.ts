import type { PyodideInterface } from "pyodide";
import * as z from "zod/mini";
import { loadRuntime } from "./load-runtime";
import {
  openPartsFolder,
  readInterpreter,
  readLibraryArchive,
  readRuntimeSources,
  readSnapshotScripts,
} from "./node-parts";
import { pyodideInNode } from "./pyodide-in-node";
import { clearRareData } from "./rare-data-in-memory";
import { startPython } from "./start-python";
import { zeroFreeMemory } from "./zero-free-memory";

const Emscripten = z.object({ wasmTable: z.instanceof(WebAssembly.Table) });
const Sources = z.record(z.string(), z.string());
const Memory = z.object({ HEAPU8: z.instanceof(Uint8Array) });

/**
 * Boots Python in Node, loads the runtime and the modules that programs import, and gives its memory in Pyodide's
 * form. No two snapshots are the same to the byte.
 */
export async function makeSnapshot(): Promise<Uint8Array<ArrayBuffer>> {
  const { loadPyodide, createPyodideModule } = await pyodideInNode();
  const { interpreter, rareData } = readInterpreter();
  using parts = openPartsFolder({ interpreter, library: readLibraryArchive() });
  const { withoutAnnotations, importModules, withoutColumns, forgetMaking } = readSnapshotScripts();
  const sources = await slimSources(withoutAnnotations);
  const instance = Promise.withResolvers<{ emscripten: object; functions: number }>();
  const python = await startPython(
    {
      loadPyodide,
      createPyodideModule: async (settings) => {
        const emscripten = await createPyodideModule(settings);
        instance.resolve({ emscripten, functions: countFunctions(emscripten) });
        return emscripten;
      },
    },
    { indexURL: parts.folder, snapshot: null, rareData, makesSnapshot: true },
  );
  loadRuntime(python, sources);
  execute(python, importModules);
  execute(python, withoutColumns);
  execute(python, forgetMaking);
  const { emscripten, functions } = await instance.promise;
  zeroFreeMemory(emscripten);
  clearRareData(Memory.parse(emscripten).HEAPU8, rareData);
  if (countFunctions(emscripten) !== functions)
    throw new Error("Python made functions at run time, which a snapshot cannot hold. Import fewer modules.");
  return new Uint8Array(python.makeMemorySnapshot());
}

const countFunctions = (emscripten: object) => Emscripten.parse(emscripten).wasmTable.length;

/** The runtime's files as the script leaves them; in an interpreter of its own, for its memory is full of them afterwards. */
async function slimSources(script: string) {
  const { loadPyodide, createPyodideModule } = await pyodideInNode();
  const { interpreter, rareData } = readInterpreter();
  using parts = openPartsFolder({ interpreter, library: readLibraryArchive() });
  const python = await startPython(
    { loadPyodide, createPyodideModule },
    { indexURL: parts.folder, snapshot: null, rareData },
  );
  const names = python.toPy({ sources: JSON.stringify(readRuntimeSources()) });
  const slim: unknown = python.runPython(script, { globals: names });
  return Sources.parse(JSON.parse(z.string().parse(slim)));
}

/** Executes a script in names of its own, which are gone afterwards. */
function execute(python: PyodideInterface, script: string) {
  const names = python.toPy({});
  python.runPython(script, { globals: names });
  names.destroy();
}
