import type { PyodideInterface } from "pyodide";
import type { FileRegion } from "@/lib/machine/file-region";
import { openFiles } from "@/lib/machine/shared-files";
import { mountFiles } from "./mount-files";
import { openPartsFolder, readInterpreter, readLibraryArchive } from "./node-parts";
import { pyodideInNode } from "./pyodide-in-node";
import { startPython } from "./start-python";

const { interpreter, rareData } = readInterpreter();

/**
 * A plain Python with the machine's files, for tests. `beforeEachStep` is called before everything that it does to
 * them: as if another process had been quicker.
 */
export async function bootMounted(region: FileRegion, beforeEachStep: () => void = () => {}) {
  using parts = openPartsFolder({ interpreter, library: readLibraryArchive() });
  const python = await startPython(await pyodideInNode(), {
    indexURL: parts.folder,
    snapshot: null,
    rareData,
  });
  const metered = { read: 0, wrote: 0 };
  const lock = {
    hold<Result>(action: () => Result) {
      beforeEachStep();
      return action();
    },
  };
  mountFiles(python, {
    files: openFiles(region, lock),
    meter: {
      read: (bytes) => void (metered.read += bytes),
      wrote: (bytes) => void (metered.wrote += bytes),
    },
  });
  python.runPython("import os, json, glob, shutil, tempfile, sqlite3; os.chdir('/home/learner')");
  return { python, metered };
}

/** The value of the last line, by way of JSON. */
export function valueOf(python: PyodideInterface, code: string): unknown {
  const lines = code.trim().split("\n");
  const last = lines.pop() ?? "";
  return JSON.parse(String(python.runPython([...lines, `json.dumps(${last})`].join("\n"))));
}

/** What the body of a function returns, or the name of the exception it raises. */
export const outcomeOf = (python: PyodideInterface, body: string): unknown =>
  valueOf(
    python,
    [
      "def attempt():",
      ...body
        .trim()
        .split("\n")
        .map((line) => `    ${line}`),
      "try: outcome = attempt()",
      "except Exception as error: outcome = type(error).__name__",
      "outcome",
    ].join("\n"),
  );

export const emptyHome = (python: PyodideInterface) =>
  void python.runPython(`
for entry in list(os.scandir("/home/learner")):
    if entry.is_dir(follow_symlinks=False): shutil.rmtree(entry.path)
    else: os.unlink(entry.path)
`);
