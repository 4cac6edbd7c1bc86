import type { PyodideInterface } from "pyodide";
import { openSnapshot } from "@/lib/machine/packed-snapshot";
import { loadRuntime } from "./load-runtime";
import { placeLibrary } from "./place-library";
import { openLibraryFile } from "./python-library";
import { startPython, type Pyodide } from "./start-python";

/** Where Pyodide believes its files to be; nothing is ever fetched from there. */
const INDEX_URL = "https://python.invalid/";

/** What the interpreter is made of, handed in: the frame it runs in can fetch nothing. */
export type PythonParts = {
  readonly module: WebAssembly.Module;
  /** Null: there is none; it may yet turn out to be of no use. */
  readonly snapshot: Promise<ArrayBufferLike | null> | null;
  /** The file of `packLibrary`. */
  readonly readLibrary: () => Uint8Array<ArrayBuffer>;
  /** Told why the snapshot could not be used. */
  readonly onSnapshotRefused: (reason: string) => void;
};

/** Boots CPython with the runtime in a classic worker: from the snapshot where there is one that fits. */
export async function bootPython(parts: PythonParts): Promise<PyodideInterface> {
  // Pyodide looks at the worker as soon as it is imported.
  hideImportScripts();
  const { loadPyodide } = await import("pyodide");
  const { default: createPyodideModule } = await import("pyodide/pyodide.asm.mjs");
  const pyodide = { loadPyodide, createPyodideModule };
  if (parts.snapshot !== null) {
    try {
      return await bootFromSnapshot(pyodide, parts, parts.snapshot);
    } catch (error) {
      parts.onSnapshotRefused(error instanceof Error ? error.message : String(error));
    }
  }
  return await bootFromSources(pyodide, parts);
}

async function bootFromSnapshot(
  pyodide: Pyodide,
  { module, readLibrary }: PythonParts,
  coming: Promise<ArrayBufferLike | null>,
) {
  using served = serveFromMemory({ module, library: new Uint8Array() });
  const python = await startPython(pyodide, {
    indexURL: served.indexUrl,
    snapshot: coming.then((snapshot) => {
      if (snapshot === null) throw new Error("Its snapshot could not be unpacked.");
      return openSnapshot(snapshot);
    }),
  });
  placeLibrary(python, () => openLibraryFile(readLibrary()).archive);
  return python;
}

async function bootFromSources(pyodide: Pyodide, { module, readLibrary }: PythonParts) {
  const { archive, rareData, sources } = openLibraryFile(readLibrary());
  using served = serveFromMemory({ module, library: archive });
  const python = await startPython(pyodide, { indexURL: served.indexUrl, snapshot: null, rareData });
  loadRuntime(python, sources);
  return python;
}

/**
 * Pyodide refuses classic workers, which it knows by a working `importScripts`; in an opaque-origin frame there are no
 * others.
 */
function hideImportScripts() {
  Object.defineProperty(globalThis, "importScripts", {
    configurable: true,
    value: () => {
      throw new TypeError("importScripts is not available in this process.");
    },
  });
}

/** Answers Pyodide's two fetches from memory until it is disposed of. */
function serveFromMemory({
  module,
  library,
}: {
  module: WebAssembly.Module;
  library: Uint8Array<ArrayBuffer>;
}) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async (address) => {
    const url = address instanceof Request ? address.url : address.toString();
    if (url.endsWith(".wasm")) return new Response();
    if (url.endsWith(".zip")) return new Response(library);
    throw new Error(`Python asked for ${url} while it booted; only its own two parts can be had.`);
  };
  WebAssembly.instantiateStreaming = async (_response, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  return {
    indexUrl: INDEX_URL,
    [Symbol.dispose]() {
      globalThis.fetch = fetch;
      WebAssembly.instantiateStreaming = instantiateStreaming;
    },
  };
}
