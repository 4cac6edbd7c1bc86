import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { DiskSettings } from "@/lib/run/machine-settings";
import { openKeyboardLines, type KeyboardLines } from "./keyboard-lines";
import { openProgramFiles, type ProgramFiles } from "./open-program-files";
import { diskMs, waitForDisk } from "./wait-for-disk";

/** What a virtual machine reaches of the machine around it. */
export type MachineDoor = {
  readonly files: ProgramFiles;
  readonly keyboard: KeyboardLines;
  readonly disk: {
    /** How long a copy of so many bytes takes. */
    readonly copyMs: (sizeBytes: number) => number;
    /** Blocks until the disk is done. */
    readonly wait: (waitMs: number) => void;
    /** Around a copy during which the program goes on. */
    readonly begin: (waitMs: number) => void;
    readonly end: () => void;
  };
};

/** Opens the door of a process that has its place in the machine. */
export function openMachineDoor({
  kernel,
  disk,
  wantInput,
  isInterrupted,
}: {
  kernel: MachineKernel;
  disk: DiskSettings;
  wantInput: () => void;
  isInterrupted: () => boolean;
}): MachineDoor {
  return {
    files: openProgramFiles(kernel),
    keyboard: openKeyboardLines({ kernel, wantInput, isInterrupted }),
    disk: {
      copyMs: (sizeBytes) => diskMs(disk, sizeBytes),
      wait: (waitMs) => waitForDisk(kernel, waitMs, isInterrupted),
      begin: kernel.meters.beginCopy,
      end: kernel.meters.endCopy,
    },
  };
}
