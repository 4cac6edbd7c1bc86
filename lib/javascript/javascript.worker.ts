import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";
import { capMemory } from "@/lib/machine/cap-memory.worker";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { ToProcess, type FromProcess, type ProcessEnd } from "@/lib/machine/process-message";
import { removeGlobals } from "@/lib/machine/remove-globals.worker";
import type { RunRequest } from "@/lib/run/run-request";
import { checkProgram } from "./check-program";
import { runProgram } from "./run-program";
import { openVirtualMachine } from "./virtual-machine";

/** The engine's own tables and the copies it makes on the way, beside what the program may use. */
const ENGINE_BYTES = 64 * 1024 * 1024;

type Booted = { quickjs: QuickJSWASMModule; boot: Extract<ToProcess, { type: "boot" }> };
let booted: Booted | null = null;
// Kept here before the globals go.
const post = globalThis.postMessage.bind(globalThis);
const send = (message: FromProcess) => post(message);

async function boot(message: Booted["boot"]) {
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule: message.module }));
  removeGlobals();
  booted = { quickjs, boot: message };
  send({ type: "ready" });
}

async function run({ quickjs, boot }: Booted, request: RunRequest) {
  const { limits, program, checks } = request;
  capMemory(limits.memoryLimitBytes + ENGINE_BYTES);
  const interrupt = boot.interrupt && new Uint8Array(boot.interrupt);
  const isInterrupted = () => interrupt !== null && Atomics.load(interrupt, 0) !== 0;
  const writer = openOutputWriter({ ring: boot.output, outputLimitBytes: limits.outputLimitBytes, send });
  const { write } = writer;
  const openMachine = () =>
    openVirtualMachine({
      quickjs,
      memoryLimitBytes: limits.memoryLimitBytes,
      write: (stream, text) => write(stream, text),
      nowMs: () => performance.now() - startedAt,
      isInterrupted,
    });

  let startedAt = performance.now();
  let end: ProcessEnd = { outcome: "finished" };
  try {
    const machine = openMachine();
    writer.mute();
    for (const earlier of request.before) {
      end = await runProgram({
        machine,
        program: earlier,
        isInterrupted,
        write: (stream, text) => {
          writer.unmute();
          write(stream, text);
        },
      });
      if (end.outcome !== "finished") break;
    }
    writer.unmute();
    startedAt = performance.now();
    send({ type: "started" });
    if (end.outcome === "finished") end = await runProgram({ machine, program, write, isInterrupted });
    if (end.outcome === "finished" && checks !== null) {
      const { evidence, countingError } = checkProgram({ machine, program, checks, openMachine });
      send({ type: "evidence", evidence });
      if (countingError?.kind === "interrupted") end = { outcome: "interrupted" };
      else if (countingError !== null) write("stderr", `${countingError.message}\n${countingError.stack}\n`);
    }
  } catch (error) {
    // The host's own stack or memory gave way under the guest: the worker is thrown away after every run.
    end = { outcome: "crashed", message: error instanceof Error ? error.message : String(error) };
  }
  send({ type: "ended", end, measurement: { wallMs: performance.now() - startedAt } });
}

addEventListener("message", ({ data }) => {
  const message = ToProcess.parse(data);
  if (message.type === "boot") void boot(message);
  else if (booted !== null) void run(booted, message.request);
});
