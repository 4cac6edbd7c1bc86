import type { ProgramFile } from "@/lib/run/run-request";
import type { PythonProcess } from "./python-process";

/** Runs the program with its memory watched and sends what it held, however it ended. Of this process only. */
export async function traceInPython({ runtime, output, send }: PythonProcess, program: ProgramFile) {
  const report = await runtime.runTraced(program);
  const memory = await runtime.takeMemory();
  if (memory === null)
    output.write("stderr", "The program has left no memory to show what it held. Give it less to do.\n");
  else send({ type: "memory", memory });
  return report;
}
