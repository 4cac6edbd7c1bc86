import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import type { OutputStream } from "@/lib/run/run-event";
import { chargeStack } from "./charge-stack";
import { openRuntime } from "./open-runtime";
import { protectStack } from "./protect-stack";
import { LOCK_FILE, PYTHON_ENVIRONMENT } from "./python-settings";

const PYODIDE_FOLDER = "node_modules/pyodide";
const RUNTIME_FOLDER = "lib/python/runtime";
const interpreter = chargeStack(new Uint8Array(readFileSync(path.join(PYODIDE_FOLDER, "pyodide.asm.wasm"))));

/** CPython with the runtime, booted in Node for tests; `heard` gives what was printed since it was last asked. */
export async function bootInNode() {
  using parts = openPartsFolder();
  const indexURL = parts.folder;
  const python = await loadPyodide({
    indexURL,
    packageBaseUrl: indexURL,
    lockFileContents: LOCK_FILE,
    jsglobals: Object.create(null),
    env: PYTHON_ENVIRONMENT,
    createPyodideModule: async (settings) => {
      const emscripten = await createPyodideModule(settings);
      protectStack(emscripten);
      return emscripten;
    },
  });
  let chunks: { stream: OutputStream; text: string }[] = [];
  const hearing = (stream: OutputStream) => {
    const decoder = new TextDecoder();
    return (bytes: Uint8Array) => {
      chunks.push({ stream, text: decoder.decode(bytes, { stream: true }) });
      return bytes.length;
    };
  };
  python.setStdout({ write: hearing("stdout") });
  python.setStderr({ write: hearing("stderr") });
  const heard = () => {
    const said = chunks;
    chunks = [];
    return said;
  };
  return { python, heard, runtime: openRuntime(python, runtimeSources()) };
}

/** Pyodide in Node reads its parts from one folder; the interpreter in it is ours, as in the browser. */
function openPartsFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "python-"));
  cpSync(path.join(PYODIDE_FOLDER, "python_stdlib.zip"), path.join(folder, "python_stdlib.zip"));
  writeFileSync(path.join(folder, "pyodide.asm.wasm"), interpreter);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

function runtimeSources() {
  const names = readdirSync(RUNTIME_FOLDER).filter((name) => name.endsWith(".py"));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(RUNTIME_FOLDER, name), "utf8")]),
  );
}
