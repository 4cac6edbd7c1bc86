import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { newSharedKernelMemory } from "@/lib/machine/kernel-memory";
import { FRAME_OWNER } from "@/lib/machine/kernel-lock";
import { enterMachine } from "@/lib/machine/enter-machine";
import { openMachineKernel } from "@/lib/machine/machine-kernel";
import { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import { openTimelineRecorder } from "@/lib/machine/timeline-recorder";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import type { OutputStream } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { installPool } from "./install-pool";
import type { JavaScriptProcess, OpenGuest } from "./javascript-process";
import { openMachineDoor } from "./machine-door";
import { stripTypes } from "./strip-types";
import { timerSource } from "./timer-source";
import { openVirtualMachine } from "./virtual-machine";

/**
 * A process in Node with a kernel of its own, for tests: `printed` is what it has printed, `told` what else it has told
 * the frame, which is not there.
 */
export async function openProcess({
  isInterrupted = () => false,
  memoryLimitBytes = 64 * 1024 * 1024,
  tellsTimeline = false,
  ...wanted
}: {
  isInterrupted?: () => boolean;
  memoryLimitBytes?: number;
  tellsTimeline?: boolean;
} & Partial<Pick<RunRequest, "program" | "before" | "files" | "settings" | "instrument">> = {}) {
  const request = RunRequest.parse({
    language: "javascript",
    program: { path: "main.js", code: "" },
    before: [],
    files: [],
    settings: MachineSettings.parse({}),
    checks: null,
    limits: Limits.parse({}),
    ...wanted,
  });
  const memory = newSharedKernelMemory();
  const { processes } = openMachineKernel(memory, FRAME_OWNER);
  const place = { memory, ...processes.reserve(), parentPid: 1, cpuCount: 2, tellsTimeline };
  const kernel = enterMachine({ job: { kind: "program", request }, place });

  const printed = { stdout: "", stderr: "" };
  const told: FromProcess[] = [];
  const send = (message: FromProcess) => {
    if (message.type === "output") printed[message.stream] += message.text;
    else told.push(message);
  };
  const output = openOutputWriter({ ring: null, outputLimitBytes: Number.MAX_SAFE_INTEGER, send });
  const door = openMachineDoor({
    kernel,
    disk: request.settings.disk,
    wantInput: () => send({ type: "input-wanted" }),
    isInterrupted,
  });
  // As in the product, every process has an engine of its own.
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const openGuest: OpenGuest = (surroundings) => {
    const machine = openVirtualMachine({ quickjs, isInterrupted, stripTypes, ...surroundings });
    machine.limitMemory(memoryLimitBytes);
    return machine;
  };
  const openMachine = () => {
    const machine = openGuest({
      write: (stream: OutputStream, text: string) => output.write(stream, text),
      nowMs: () => performance.now(),
    });
    machine.enter(door);
    return machine;
  };
  const machine = openMachine();
  const pool = installPool(machine);
  const sources = [timerSource(machine)];
  const process: JavaScriptProcess = {
    machine,
    openMachine,
    openGuest,
    kernel,
    output,
    sources,
    send,
    isInterrupted,
    timeline: tellsTimeline ? openTimelineRecorder(send) : null,
  };
  return { process, pool, dispose: machine.dispose, request, printed, told };
}
