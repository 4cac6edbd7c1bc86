import type { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { PythonRuntime } from "./open-runtime";

/** A booted process with its kernel, as a run sees it. */
export type PythonProcess = {
  readonly runtime: PythonRuntime;
  readonly kernel: MachineKernel;
  readonly output: ReturnType<typeof openOutputWriter>;
  readonly send: (message: FromProcess) => void;
  /** How long the process has waited for what the machine had to fetch, which is not the program's time. */
  readonly waitedMs: () => number;
  /** Rejects when a thread other than the main one has ended the interpreter. */
  readonly broken: Promise<never>;
};
