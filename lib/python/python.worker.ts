import { capMemory } from "@/lib/machine/cap-memory.worker";
import { openLibraryReader } from "@/lib/machine/library-reader";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { type FromProcess, ToProcess } from "@/lib/machine/process-message";
import { removeGlobals } from "@/lib/machine/remove-globals.worker";
import { bootPython } from "./boot.worker";
import { connectOutput } from "./connect-output";
import { openRuntime } from "./open-runtime";
import { openLibraryFile } from "./python-library";
import { runChildInPython, runInPython } from "./run-in-python";
import { startInMachine } from "./start-in-machine";

type Boot = Extract<ToProcess, { type: "boot" }>;
type Run = Extract<ToProcess, { type: "run" }>;
type Snapshot = Extract<ToProcess, { type: "snapshot" }>["snapshot"];
type Booted = Awaited<ReturnType<typeof boot>>;

// Kept here before the globals go: learner code is left no way to post.
const post = globalThis.postMessage.bind(globalThis);
const report = globalThis.reportError.bind(globalThis);
const send = (message: FromProcess) => post(message);
const snapshot = Promise.withResolvers<Snapshot>();
let booted: Booted | null = null;

const canSuspend = "Suspending" in WebAssembly;

async function boot({ module, hasSnapshot, library, interrupt, output }: Boot) {
  if (library === null) throw new Error("`boot` brought no standard library, which Python needs.");
  const reader = openLibraryReader(library, send);
  const python = await bootPython({
    module,
    snapshot: hasSnapshot ? snapshot.promise : null,
    readLibrary: reader.read,
    onSnapshotRefused: (reason) => send({ type: "snapshot-refused", reason }),
  });
  const runtime = openRuntime(python, { canSuspend });
  removeGlobals();
  if (interrupt !== null) python.setInterruptBuffer(new Uint8Array(interrupt));
  const readRareData = () => openLibraryFile(reader.read()).rareData;
  return { python, runtime, interrupt, ring: output, waitedMs: reader.waitedMs, readRareData };
}

async function run(booted: Booted, { job, place }: Run) {
  const { limits } = job.kind === "program" ? job.request : job;
  const output = openOutputWriter({ ring: booted.ring, outputLimitBytes: limits.outputLimitBytes, send });
  connectOutput(booted.python, output);
  const process = startInMachine({ ...booted, output, send, canSuspend }, { job, place });
  capMemory(limits.memoryLimitBytes, process.kernel.meters.hasMemory);
  if (job.kind === "program") await runInPython(process, job.request);
  else await runChildInPython(process, job.payload);
}

async function obey(message: ToProcess) {
  switch (message.type) {
    case "boot":
      booted = await boot(message);
      return send({ type: "ready" });
    case "snapshot":
      return snapshot.resolve(message.snapshot);
    case "run":
      if (booted === null) throw new Error("`run` came before Python was ready. Wait for `ready`.");
      return run(booted, message);
    default:
      return message satisfies never;
  }
}

// An error that is only a rejected promise would not be heard outside the worker.
globalThis.addEventListener("message", ({ data }) => void obey(ToProcess.parse(data)).catch(report));
