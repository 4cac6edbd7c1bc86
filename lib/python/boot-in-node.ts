import { FRAME_OWNER } from "@/lib/machine/kernel-lock";
import { newSharedKernelMemory } from "@/lib/machine/kernel-memory";
import { openMachineKernel } from "@/lib/machine/machine-kernel";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { openSnapshot } from "@/lib/machine/packed-snapshot";
import type { FromProcess } from "@/lib/machine/process-message";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import type { OutputStream } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { loadRuntime } from "./load-runtime";
import { openPartsFolder, readInterpreter, readLibraryArchive, readRuntimeSources } from "./node-parts";
import { openRuntime } from "./open-runtime";
import { placeLibrary } from "./place-library";
import { partsForTests } from "./snapshot-for-tests";
import { pyodideInNode } from "./pyodide-in-node";
import { startInMachine } from "./start-in-machine";
import { startPython } from "./start-python";

let made: ReturnType<typeof partsForTests> | undefined;

const program = { path: "program.py", code: "" };
const request = RunRequest.parse({
  language: "python",
  program,
  before: [],
  files: [],
  settings: MachineSettings.parse({}),
  limits: Limits.parse({}),
  checks: null,
});
const mutedOutput = openOutputWriter({ ring: null, outputLimitBytes: 0, send: () => {} });

/**
 * CPython with the runtime, booted in Node for tests: from a snapshot as browsers do, or from its sources.
 * `heard` gives what was printed since it was last asked, `libraryReads` how often the archive was needed. Threads work,
 * other processes do not, and `isAlone` is as in a page that can share no memory: what the process tells the frame goes to `told` and nowhere else.
 * Without `canSuspend` there are no threads, as in a browser without JSPI.
 */
export async function bootInNode({
  from = "snapshot",
  told = () => {},
  isAlone = false,
  tellsTimeline = false,
  canSuspend = true,
}: {
  from?: "snapshot" | "sources";
  told?: (message: FromProcess) => void;
  isAlone?: boolean;
  tellsTimeline?: boolean;
  canSuspend?: boolean;
} = {}) {
  let libraryReads = 0;
  const memory = newSharedKernelMemory();
  const interrupt = new SharedArrayBuffer(1);
  const { processes } = openMachineKernel(memory, FRAME_OWNER);
  const place = {
    memory: isAlone ? null : memory,
    ...processes.reserve(),
    parentPid: 1,
    cpuCount: 2,
    tellsTimeline,
  };
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
  if (!isAlone) python.setInterruptBuffer(new Uint8Array(interrupt));
  const heard = () => {
    const said = chunks;
    chunks = [];
    return said;
  };
  const runtime = openRuntime(python, { canSuspend });
  const { kernel, broken } = startInMachine(
    {
      python,
      runtime,
      output: mutedOutput,
      send: told,
      waitedMs: () => 0,
      interrupt: isAlone ? null : interrupt,
      canSuspend,
      readRareData: () => {
        libraryReads += 1;
        return readInterpreter().rareData;
      },
    },
    { job: { kind: "program", request }, place },
  );
  return { python, heard, runtime, kernel, interrupt, broken, libraryReads: () => libraryReads };
}

async function bootFromSources() {
  const { interpreter, rareData } = readInterpreter();
  using parts = openPartsFolder({ interpreter, library: readLibraryArchive() });
  const python = await startPython(await pyodideInNode(), {
    indexURL: parts.folder,
    snapshot: null,
    rareData,
  });
  loadRuntime(python, readRuntimeSources());
  return python;
}

async function bootFromSnapshot(readLibrary: () => Uint8Array<ArrayBuffer>) {
  made ??= partsForTests();
  const { interpreter, snapshot } = await made;
  using parts = openPartsFolder({ interpreter, library: new Uint8Array() });
  const python = await startPython(await pyodideInNode(), {
    indexURL: parts.folder,
    snapshot: openSnapshot(snapshot),
  });
  placeLibrary(python, readLibrary);
  return python;
}
