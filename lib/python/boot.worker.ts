import type { PyodideInterface } from "pyodide";
import { protectStack } from "./protect-stack";
import { LOCK_FILE, PYTHON_ENVIRONMENT } from "./python-settings";

/** Where Pyodide believes its files to be; nothing is ever fetched from there. */
const INDEX_URL = "https://python.invalid/";

/** What the interpreter is made of, handed in: the frame it runs in can fetch nothing. */
export type PythonParts = { readonly module: WebAssembly.Module; readonly standardLibrary: ArrayBuffer };

/** Boots CPython in a classic worker. Its `js` module is empty. */
export async function bootPython(parts: PythonParts): Promise<PyodideInterface> {
  // Pyodide looks at the worker as soon as it is imported.
  hideImportScripts();
  const { loadPyodide } = await import("pyodide");
  const { default: createPyodideModule } = await import("pyodide/pyodide.asm.mjs");
  using served = serveFromMemory(parts);
  return await loadPyodide({
    indexURL: served.indexUrl,
    packageBaseUrl: served.indexUrl,
    lockFileContents: LOCK_FILE,
    jsglobals: Object.create(null),
    env: PYTHON_ENVIRONMENT,
    createPyodideModule: async (settings) => {
      const emscripten = await createPyodideModule(settings);
      protectStack(emscripten);
      return emscripten;
    },
  });
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
function serveFromMemory({ module, standardLibrary }: PythonParts) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async (address) => {
    const url = address instanceof Request ? address.url : address.toString();
    if (url.endsWith(".wasm")) return new Response();
    if (url.endsWith(".zip")) return new Response(standardLibrary);
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
