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
import { startPython } from "./start-python";
import { zeroFreeMemory } from "./zero-free-memory";

const Emscripten = z.object({ wasmTable: z.instanceof(WebAssembly.Table) });

/**
 * Boots Python in Node, loads the runtime and the modules that programs import, and gives its memory in Pyodide's
 * form. No two snapshots are the same to the byte.
 */
export async function makeSnapshot(): Promise<Uint8Array<ArrayBuffer>> {
  const { loadPyodide, createPyodideModule } = await pyodideInNode();
  const { interpreter } = readInterpreter();
  using parts = openPartsFolder({ interpreter, library: readLibraryArchive() });
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
    { indexURL: parts.folder, snapshot: null, makesSnapshot: true },
  );
  const { importModules, forgetMaking } = readSnapshotScripts();
  loadRuntime(python, readRuntimeSources());
  execute(python, importModules);
  execute(python, forgetMaking);
  const { emscripten, functions } = await instance.promise;
  zeroFreeMemory(emscripten);
  if (countFunctions(emscripten) !== functions)
    throw new Error("Python made functions at run time, which a snapshot cannot hold. Import fewer modules.");
  return new Uint8Array(python.makeMemorySnapshot());
}

const countFunctions = (emscripten: object) => Emscripten.parse(emscripten).wasmTable.length;

/** Executes a script in names of its own, which are gone afterwards. */
function execute(python: PyodideInterface, script: string) {
  const names = python.toPy({});
  python.runPython(script, { globals: names });
  names.destroy();
}
