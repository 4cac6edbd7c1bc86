import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";
import { capMemory } from "@/lib/machine/cap-memory.worker";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { ToProcess, type FromProcess, type ProcessEnd } from "@/lib/machine/process-message";
import { removeGlobals } from "@/lib/machine/remove-globals.worker";
import type { OutputStream } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import { endOfBrokenEngine } from "./broken-engine";
import { checkProgram } from "./check-program";
import { runProgram } from "./run-program";
import { openVirtualMachine } from "./virtual-machine";

/** The engine's own tables and the copies it makes on the way, beside what the program may use. */
const ENGINE_BYTES = 64 * 1024 * 1024;

type Boot = Extract<ToProcess, { type: "boot" }>;

// Kept here before the globals go.
const post = globalThis.postMessage.bind(globalThis);
const report = globalThis.reportError.bind(globalThis);
const send = (message: FromProcess) => post(message);

/** Opens the first machine while nobody waits: what it takes is then no part of any run's start. */
async function bootJavaScript({ module, interrupt, output }: Boot) {
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule: module }));
  const stop = interrupt && new Uint8Array(interrupt);
  const isInterrupted = () => stop !== null && Atomics.load(stop, 0) !== 0;
  let write: Write = () => true;
  const openMachine = () =>
    openVirtualMachine({
      quickjs,
      write: (stream, text) => write(stream, text),
      nowMs: () => performance.now(),
      isInterrupted,
    });
  const machine = openMachine();
  removeGlobals();
  return { machine, openMachine, isInterrupted, ring: output, writeTo: (target: Write) => (write = target) };
}

async function runJavaScript(booted: Booted, { limits, program, before, checks }: RunRequest) {
  let waitedMs = 0;
  const sleep = async (delayMs: number) => {
    const startedAt = performance.now();
    await new Promise<void>((resolve) => void setTimeout(resolve, delayMs));
    waitedMs += performance.now() - startedAt;
  };
  const { machine, isInterrupted } = booted;
  const { memoryLimitBytes, outputLimitBytes } = limits;
  capMemory(memoryLimitBytes + ENGINE_BYTES);
  machine.limitMemory(memoryLimitBytes);
  const writer = openOutputWriter({ ring: booted.ring, outputLimitBytes, send });
  const { write } = writer;
  booted.writeTo(write);
  send({ type: "started" });
  let startedAt = performance.now();
  let end: ProcessEnd = { outcome: "finished" };
  try {
    writer.mute();
    const unmuted: Write = (stream, text) => {
      writer.unmute();
      return write(stream, text);
    };
    for (const earlier of before)
      if (end.outcome === "finished")
        end = await runProgram({ machine, program: earlier, isInterrupted, sleep, write: unmuted });
    writer.unmute();
    startedAt = performance.now();
    waitedMs = 0;
    if (end.outcome === "finished") end = await runProgram({ machine, program, write, isInterrupted, sleep });
    if (end.outcome === "finished" && checks !== null) {
      const openMachine = () => {
        const fresh = booted.openMachine();
        fresh.limitMemory(memoryLimitBytes);
        return fresh;
      };
      const { evidence, countingError } = checkProgram({ machine, program, checks, openMachine });
      send({ type: "evidence", evidence });
      if (countingError?.kind === "interrupted") end = { outcome: "interrupted" };
      else if (countingError !== null) write("stderr", `${countingError.message}\n${countingError.stack}\n`);
    }
  } catch (error) {
    // The worker is thrown away after every run.
    end = endOfBrokenEngine(error);
    if (end.outcome === "raised") write("stderr", `${end.message}\n`);
  }
  const exitCode = end.outcome === "finished" ? 0 : 1;
  send({
    type: "ended",
    end,
    exitCode,
    measurement: { wallMs: performance.now() - startedAt, waitingMs: waitedMs },
  });
}

type Write = (stream: OutputStream, text: string) => boolean;
type Booted = Awaited<ReturnType<typeof bootJavaScript>>;
let booted: Booted | null = null;

async function obey(message: ToProcess) {
  switch (message.type) {
    case "boot":
      booted = await bootJavaScript(message);
      return send({ type: "ready" });
    case "run":
      if (booted === null) throw new Error("`run` came before the engine was ready. Wait for `ready`.");
      if (message.job.kind !== "program") throw new Error("JavaScript has no processes of its own yet.");
      return runJavaScript(booted, message.job.request);
    default:
      return message satisfies never;
  }
}

// An error that is only a rejected promise would not be heard outside the worker.
addEventListener("message", ({ data }) => void obey(ToProcess.parse(data)).catch(report));
