import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import type { OutputStream } from "@/lib/run/run-event";
import { loadRuntime } from "./load-runtime";
import { makeSnapshot } from "./make-snapshot";
import { openPartsFolder, readInterpreter, readLibraryArchive, readRuntimeSources } from "./node-parts";
import { openRuntime } from "./open-runtime";
import { placeLibrary } from "./place-library";
import { openSnapshot } from "./snapshot";
import { startPython } from "./start-python";

const pyodide = { loadPyodide, createPyodideModule };
const interpreter = readInterpreter();
let making: Promise<ArrayBuffer> | undefined;

/**
 * CPython with the runtime, booted in Node for tests: from a snapshot as browsers do, or from its sources.
 * `heard` gives what was printed since it was last asked, `libraryReads` how often the archive was needed.
 */
export async function bootInNode({ from = "snapshot" }: { from?: "snapshot" | "sources" } = {}) {
  let libraryReads = 0;
  const python = await (from === "sources"
    ? bootFromSources()
    : bootFromSnapshot(() => {
        libraryReads += 1;
        return readLibraryArchive();
      }));
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
  return { python, heard, runtime: openRuntime(python), libraryReads: () => libraryReads };
}

async function bootFromSources() {
  using parts = openPartsFolder({ interpreter, library: readLibraryArchive() });
  const python = await startPython(pyodide, { indexURL: parts.folder, snapshot: null });
  loadRuntime(python, readRuntimeSources());
  return python;
}

async function bootFromSnapshot(readLibrary: () => Uint8Array<ArrayBuffer>) {
  making ??= makeSnapshot().then(({ buffer }) => buffer);
  const snapshot = openSnapshot(await making);
  using parts = openPartsFolder({ interpreter, library: new Uint8Array() });
  const python = await startPython(pyodide, { indexURL: parts.folder, snapshot });
  placeLibrary(python, readLibrary);
  return python;
}
