import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import type { TimelineRecorder } from "@/lib/machine/timeline-recorder";
import type { Source } from "./event-loop";
import type { openVirtualMachine, VirtualMachine } from "./virtual-machine";

/** Opens a bare virtual machine, with a clock and an output of its own, on the engine of the process. */
export type OpenGuest = (
  surroundings: Pick<Parameters<typeof openVirtualMachine>[0], "write" | "nowMs">,
) => VirtualMachine;

/** A booted process with its kernel, as a run sees it. */
export type JavaScriptProcess = {
  readonly machine: VirtualMachine;
  /** Opens another virtual machine, for what must not meet what the first one did. */
  readonly openMachine: () => VirtualMachine;
  readonly openGuest: OpenGuest;
  readonly kernel: MachineKernel;
  readonly output: ReturnType<typeof openOutputWriter>;
  /** What the program can wait for. */
  readonly sources: readonly Source[];
  readonly send: (message: FromProcess) => void;
  readonly isInterrupted: () => boolean;
  /** Null where the run has no timeline. */
  readonly timeline: TimelineRecorder | null;
};
