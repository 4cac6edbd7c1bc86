import { build } from "esbuild";
import { publishMade, hashOf } from "@/lib/machine/publish.build";
import { packSnapshot } from "@/lib/machine/packed-snapshot";
import { makeSnapshot } from "./make-snapshot";
import { readInterpreter, readLibraryArchive, readRuntimeSources, readSnapshotScripts } from "./node-parts";
import { splitPyodideSnapshot } from "./pyodide-snapshot";

/** Publishes the snapshot that Python's processes start from and gives its address. */
export async function publishPythonSnapshot(): Promise<string> {
  return publishMade({ name: "python-snapshot", extension: "bin", inputs: await inputs(), make });
}

async function make() {
  const snapshot = await makeSnapshot();
  return packSnapshot({ interpreter: readInterpreter().interpreter, ...splitPyodideSnapshot(snapshot) });
}

/** A hash of all that a snapshot is made of and by. */
async function inputs() {
  const sources = JSON.stringify([readRuntimeSources(), readSnapshotScripts()]);
  const { interpreter, script } = readInterpreter();
  return hashOf(interpreter, script, readLibraryArchive(), sources, await makingCode(), process.version);
}

async function makingCode() {
  const { outputFiles } = await build({
    entryPoints: ["lib/python/make-snapshot.ts", "lib/machine/packed-snapshot.ts"],
    outdir: "unwritten",
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    minify: true,
  });
  return outputFiles.map(({ text }) => text).join("\n");
}
