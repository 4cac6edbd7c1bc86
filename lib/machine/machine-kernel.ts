import { openKernelLock } from "./kernel-lock";
import { sectionOf, type KernelMemory } from "./kernel-memory";
import { openKernelObjects } from "./kernel-objects";
import { openMeters } from "./meters";
import { openPipes } from "./pipes";
import { hasEnded, openProcessTable } from "./process-table";
import { openSemaphores } from "./semaphores";
import { openSharedBlocks } from "./shared-blocks";
import { openFiles } from "./shared-files";
import { openWakeSignal } from "./wake-signal";

/**
 * The kernel as one process, or the frame, sees it; `slot` is the process's own or `FRAME_OWNER`. With its number a
 * process that has ended is halted where it would touch what is another's by now.
 */
export function openMachineKernel(memory: KernelMemory, slot: number, pid: number | null = null) {
  const lock = openKernelLock(memory, slot, () => pid !== null && hasEnded(memory, pid));
  const signal = openWakeSignal(memory);
  const objects = openKernelObjects({ memory, lock, onLost: signal.raise });
  return {
    memory,
    slot,
    signal,
    objects,
    processes: openProcessTable({ memory, lock, signal }),
    pipes: openPipes({ memory, lock, objects, signal }),
    semaphores: openSemaphores({ lock, objects, signal }),
    blocks: openSharedBlocks({ memory, lock, objects }),
    meters: openMeters({ memory, lock, slot }),
    files: openFiles({ buffer: memory, byteOffset: sectionOf("files").byteOffset }, lock),
  };
}
export type MachineKernel = ReturnType<typeof openMachineKernel>;
