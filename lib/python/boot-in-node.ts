import { readdirSync, readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import type { OutputStream } from "@/lib/run/run-event";
import { openRuntime } from "./open-runtime";

const RUNTIME_FOLDER = new URL("runtime/", import.meta.url);

/** CPython with the runtime, booted in Node for tests; `heard` gives what was printed since it was last asked. */
export async function bootInNode() {
  const python = await loadPyodide({
    jsglobals: Object.create(null),
    env: { HOME: "/home/learner", PYTHONHASHSEED: "0" },
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

function runtimeSources() {
  const names = readdirSync(RUNTIME_FOLDER).filter((name) => name.endsWith(".py"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, RUNTIME_FOLDER), "utf8")]));
}
