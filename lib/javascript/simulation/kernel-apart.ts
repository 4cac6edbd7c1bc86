import { newKernelMemory } from "@/lib/machine/kernel-memory";
import { openMachineKernel } from "@/lib/machine/machine-kernel";
import { placeProgram } from "@/lib/machine/program-files";
import type { GivenFile, ProgramFile } from "@/lib/run/run-request";

/** A kernel that no other process shares, with a program's files in its home. */
export function openKernelApart({ program, files }: { program: ProgramFile; files: readonly GivenFile[] }) {
  const kernel = openMachineKernel(newKernelMemory(), 0);
  const place = () => placeProgram(kernel.files, { program, before: [], files: [...files] });
  place();
  return {
    kernel,
    /** Puts the program's files there once more. */
    place,
  };
}
