import { capMemory } from "@/lib/machine/cap-memory.worker";
import { openLibraryReader } from "@/lib/machine/library-reader";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { type FromProcess, ToProcess } from "@/lib/machine/process-message";
import { removeGlobals } from "@/lib/machine/remove-globals.worker";
import type { RunRequest } from "@/lib/run/run-request";
import { bootPython } from "./boot.worker";
import { connectOutput } from "./connect-output";
import { openRuntime } from "./open-runtime";
import { runInPython } from "./run-in-python";

type Boot = Extract<ToProcess, { type: "boot" }>;
type Booted = Awaited<ReturnType<typeof boot>>;

// Kept here before the globals go: learner code is left no way to post.
const post = globalThis.postMessage.bind(globalThis);
const report = globalThis.reportError.bind(globalThis);
const send = (message: FromProcess) => post(message);
let booted: Booted | null = null;

async function boot({ module, snapshot, library, interrupt, output }: Boot) {
  if (library === null) throw new Error("`boot` brought no standard library, which Python needs.");
  const reader = openLibraryReader(library, send);
  const python = await bootPython({
    module,
    snapshot,
    readLibrary: reader.read,
    onSnapshotRefused: (reason) => send({ type: "snapshot-refused", reason }),
  });
  const runtime = openRuntime(python);
  removeGlobals();
  if (interrupt !== null) python.setInterruptBuffer(new Uint8Array(interrupt));
  return { python, runtime, ring: output, waitedMs: reader.waitedMs };
}

function run({ python, runtime, ring, waitedMs }: Booted, request: RunRequest) {
  capMemory(request.limits.memoryLimitBytes);
  const output = openOutputWriter({ ring, outputLimitBytes: request.limits.outputLimitBytes, send });
  connectOutput(python, output);
  runInPython({ runtime, output, send, waitedMs }, request);
}

async function obey(message: ToProcess) {
  switch (message.type) {
    case "boot":
      booted = await boot(message);
      return send({ type: "ready" });
    case "run":
      if (booted === null) throw new Error("`run` came before Python was ready. Wait for `ready`.");
      return run(booted, message.request);
    default:
      return message satisfies never;
  }
}

// An error that is only a rejected promise would not be heard outside the worker.
globalThis.addEventListener("message", ({ data }) => void obey(ToProcess.parse(data)).catch(report));
