import { newKernelMemory } from "./kernel-memory";
import { openKeyboard } from "./keyboard";
import { openMachineKernel, type MachineKernel } from "./machine-kernel";
import type { Job, Place } from "./process-message";
import { placeProgram } from "./program-files";

/**
 * Gives a booted process its place among the others of a run: the kernel as it sees it, its meters running, and for a
 * program what it is to find, the keyboard and its files.
 */
export function enterMachine({ job, place }: { job: Job; place: Place }): MachineKernel {
  const kernel = openMachineKernel(place.memory ?? newKernelMemory(), place.slot, place.pid);
  kernel.meters.start();
  if (job.kind === "program") {
    openKeyboard(kernel);
    placeProgram(kernel.files, job.request);
  }
  return kernel;
}
