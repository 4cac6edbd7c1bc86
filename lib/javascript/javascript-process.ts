import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import type { Source } from "./event-loop";
import type { VirtualMachine } from "./virtual-machine";

/** A booted process with its kernel, as a run sees it. */
export type JavaScriptProcess = {
  readonly machine: VirtualMachine;
  /** Opens another virtual machine, for what must not meet what the first one did. */
  readonly openMachine: () => VirtualMachine;
  readonly kernel: MachineKernel;
  readonly output: ReturnType<typeof openOutputWriter>;
  /** What the program can wait for. */
  readonly sources: readonly Source[];
  readonly send: (message: FromProcess) => void;
  readonly isInterrupted: () => boolean;
};
