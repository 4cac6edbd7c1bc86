import type { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import type { PythonRuntime } from "./open-runtime";

/** A booted process, as a run sees it. */
export type PythonProcess = {
  readonly runtime: PythonRuntime;
  readonly output: ReturnType<typeof openOutputWriter>;
  readonly send: (message: FromProcess) => void;
  /** How long the process has waited for what the machine had to fetch, which is not the program's time. */
  readonly waitedMs: () => number;
};
