import type { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import type { PythonRuntime } from "./open-runtime";

/** A booted process, as a run sees it. */
export type PythonProcess = {
  readonly runtime: PythonRuntime;
  readonly output: ReturnType<typeof openOutputWriter>;
  readonly send: (message: FromProcess) => void;
};
