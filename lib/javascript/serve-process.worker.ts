import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";
import { capMemory } from "@/lib/machine/cap-memory.worker";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { ToProcess, type FromProcess } from "@/lib/machine/process-message";
import { removeGlobals } from "@/lib/machine/remove-globals.worker";
import type { OutputStream } from "@/lib/run/run-event";
import { installCommands } from "./install-commands";
import { installPool } from "./install-pool";
import type { OpenGuest } from "./javascript-process";
import { runJob } from "./run-job";
import type { StripTypes } from "./stripped-code";
import { openVirtualMachine } from "./virtual-machine";

/** The engine's own tables and the copies it makes on the way, beside what the program may use. */
const ENGINE_BYTES = 64 * 1024 * 1024;

type Boot = Extract<ToProcess, { type: "boot" }>;
type Run = Extract<ToProcess, { type: "run" }>;
type Booted = Awaited<ReturnType<typeof boot>>;
type Write = (stream: OutputStream, text: string) => boolean;

// Kept here before the globals go.
const post = globalThis.postMessage.bind(globalThis);
const report = globalThis.reportError.bind(globalThis);
const send = (message: FromProcess) => post(message);

/** Opens the first machine while nobody waits: what it takes is then no part of any run's start. */
async function boot({ module, interrupt, output }: Boot, stripTypes: StripTypes | null) {
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule: module }));
  const stop = interrupt && new Uint8Array(interrupt);
  const isInterrupted = () => stop !== null && Atomics.load(stop, 0) !== 0;
  let write: Write = () => true;
  const openGuest: OpenGuest = (surroundings) =>
    openVirtualMachine({ quickjs, isInterrupted, stripTypes, ...surroundings });
  const openMachine = () =>
    openGuest({ write: (stream, text) => write(stream, text), nowMs: () => performance.now() });
  const machine = openMachine();
  const pool = installPool(machine);
  const commands = installCommands(machine, (text) => write("stderr", text));
  removeGlobals();
  return {
    machine,
    pool,
    commands,
    openMachine,
    openGuest,
    isInterrupted,
    memoryBytes: () => quickjs.getWasmMemory().buffer.byteLength,
    ring: output,
    writeTo: (target: Write) => (write = target),
  };
}

async function run(booted: Booted, { job, place }: Run) {
  const { memoryLimitBytes, outputLimitBytes } = job.kind === "program" ? job.request.limits : job.limits;
  booted.machine.limitMemory(memoryLimitBytes);
  const output = openOutputWriter({ ring: booted.ring, outputLimitBytes, send });
  booted.writeTo(output.write);
  const capped = (onSize: (bytes: number) => void) => {
    onSize(booted.memoryBytes());
    capMemory(memoryLimitBytes + ENGINE_BYTES, onSize);
  };
  const openMachine = () => {
    const fresh = booted.openMachine();
    installPool(fresh);
    installCommands(fresh, (text) => output.write("stderr", text));
    fresh.limitMemory(memoryLimitBytes);
    return fresh;
  };
  const openGuest: OpenGuest = (surroundings) => {
    const fresh = booted.openGuest(surroundings);
    fresh.limitMemory(memoryLimitBytes);
    return fresh;
  };
  await runJob({ ...booted, openMachine, openGuest, capMemory: capped, output, send }, { job, place });
}

/** Makes this worker a process of the machine, which runs TypeScript too where it is given what leaves its types out. */
export function serveProcess({ stripTypes }: { stripTypes: StripTypes | null }) {
  let booted: Booted | null = null;

  const obey = async (message: ToProcess) => {
    switch (message.type) {
      case "boot":
        booted = await boot(message, stripTypes);
        return send({ type: "ready" });
      case "snapshot":
        throw new Error("QuickJS starts from no snapshot.");
      case "run":
        if (booted === null) throw new Error("`run` came before the engine was ready. Wait for `ready`.");
        return run(booted, message);
      default:
        return message satisfies never;
    }
  };

  // An error that is only a rejected promise would not be heard outside the worker.
  addEventListener("message", ({ data }) => void obey(ToProcess.parse(data)).catch(report));
}
