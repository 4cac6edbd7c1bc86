import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keptInterpreter } from "./kept-interpreter";
import { packLibrary } from "./python-library";
import type { TrimmedInterpreter } from "./trim-interpreter";

const PYODIDE_FOLDER = "node_modules/pyodide";
const RUNTIME_FOLDER = "lib/python/runtime";
const SNAPSHOT_FOLDER = "lib/python/snapshot";

const readBytes = (file: string) => new Uint8Array(readFileSync(file));

let interpreter: TrimmedInterpreter | undefined;

const readText = (file: string) => readFileSync(file, "utf8");

/** The interpreter, its script and its rare data as they are served, and so the only ones that a snapshot may be made of. */
export const readInterpreter = () =>
  (interpreter ??= keptInterpreter({
    interpreter: readBytes(path.join(PYODIDE_FOLDER, "pyodide.asm.wasm")),
    script: readText(path.join(PYODIDE_FOLDER, "pyodide.asm.mjs")),
    loader: readText(path.join(PYODIDE_FOLDER, "pyodide.mjs")),
  }));

export const readLibraryArchive = () => readBytes(path.join(PYODIDE_FOLDER, "python_stdlib.zip"));

/** The runtime's Python files: name → source. */
export const readRuntimeSources = () =>
  Object.fromEntries(
    readdirSync(RUNTIME_FOLDER)
      .filter((name) => name.endsWith(".py"))
      .map((name) => [name, readFileSync(path.join(RUNTIME_FOLDER, name), "utf8")]),
  );

/** The file that a process reads when it needs what did not come with the interpreter and its snapshot. */
export const readLibraryFile = () =>
  packLibrary({
    rareData: readInterpreter().rareData,
    sources: readRuntimeSources(),
    archive: readLibraryArchive(),
  });

/** What is executed before a snapshot is made, and last of all. */
export const readSnapshotScripts = () => ({
  withoutAnnotations: readFileSync(path.join(SNAPSHOT_FOLDER, "without_annotations.py"), "utf8"),
  importModules: readFileSync(path.join(SNAPSHOT_FOLDER, "import_course_modules.py"), "utf8"),
  withoutColumns: readFileSync(path.join(SNAPSHOT_FOLDER, "without_columns.py"), "utf8"),
  forgetMaking: readFileSync(path.join(SNAPSHOT_FOLDER, "forget_making.py"), "utf8"),
});

/** Pyodide in Node reads its parts from one folder, which is there until it is disposed of. */
export function openPartsFolder({ interpreter, library }: { interpreter: Uint8Array; library: Uint8Array }) {
  const folder = mkdtempSync(path.join(tmpdir(), "python-"));
  writeFileSync(path.join(folder, "pyodide.asm.wasm"), interpreter);
  writeFileSync(path.join(folder, "python_stdlib.zip"), library);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
