import { newKernelMemory } from "@/lib/machine/kernel-memory";
import { openMachineKernel } from "@/lib/machine/machine-kernel";
import { openOutputWriter } from "@/lib/machine/output-writer";
import type { JavaScriptProcess } from "./javascript-process";

const unheard = () => {};

/** A process on a machine of its own, with nobody to hear what it prints or asks for. */
export const unheardProcess = (
  booted: Omit<JavaScriptProcess, "kernel" | "output" | "send">,
): JavaScriptProcess => ({
  ...booted,
  kernel: openMachineKernel(newKernelMemory(), 0),
  output: openOutputWriter({ ring: null, outputLimitBytes: 0, send: unheard }),
  send: unheard,
});
