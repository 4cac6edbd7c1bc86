import type { PyodideInterface } from "pyodide";

const FOLDER = "/machine";
export const RUNTIME_PACKAGE = "machine_runtime";

/** Imports the runtime's Python files (name → source); a snapshot holds them already. */
export function loadRuntime(python: PyodideInterface, sources: Readonly<Record<string, string>>) {
  const folder = `${FOLDER}/${RUNTIME_PACKAGE}`;
  python.FS.mkdirTree(folder);
  for (const [name, source] of Object.entries(sources)) python.FS.writeFile(`${folder}/${name}`, source);
  python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, "${FOLDER}")
import ${RUNTIME_PACKAGE}.answer
sys.path.remove("${FOLDER}")
del sys, ${RUNTIME_PACKAGE}`);
}
