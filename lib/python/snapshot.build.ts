import { codeBehind } from "@/lib/machine/code-behind";
import { hashOf } from "@/lib/machine/hash-of";
import { publishMade } from "@/lib/machine/publish.build";
import { packSnapshot } from "@/lib/machine/packed-snapshot";
import { makeSnapshot } from "./make-snapshot";
import { readInterpreter, readLibraryArchive, readRuntimeSources, readSnapshotScripts } from "./node-parts";
import { splitPyodideSnapshot } from "./pyodide-snapshot";

/** Publishes the snapshot that Python's processes start from and gives its address. */
export async function publishPythonSnapshot(): Promise<string> {
  return publishMade({ name: "python-snapshot", extension: "bin", inputs: inputs(), make });
}

async function make() {
  const snapshot = await makeSnapshot();
  return packSnapshot({ interpreter: readInterpreter().interpreter, ...splitPyodideSnapshot(snapshot) });
}

/** A hash of all that a snapshot is made of and by. */
function inputs() {
  const sources = JSON.stringify([readRuntimeSources(), readSnapshotScripts()]);
  const { interpreter, script } = readInterpreter();
  const code = codeBehind("lib/python/make-snapshot.ts", "lib/machine/packed-snapshot.ts");
  return hashOf(interpreter, script, readLibraryArchive(), sources, code, process.version);
}
