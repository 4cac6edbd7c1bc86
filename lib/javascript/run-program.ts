import type { ProcessEnd } from "@/lib/machine/process-message";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "./guest-error";
import type { JavaScriptProcess } from "./javascript-process";
import { waitForChange } from "./wait-for-change";

/**
 * Runs a script to its end: its statements, then its promises and timers until nothing is left to wait for. An error
 * is written to stderr with the learner's stack.
 */
export async function runProgram(
  { machine, kernel, output, isInterrupted }: JavaScriptProcess,
  program: ProgramFile,
): Promise<ProcessEnd> {
  const fail = (error: GuestError): ProcessEnd => {
    if (error.kind === "interrupted") return { outcome: "interrupted" };
    output.unmute();
    output.write("stderr", `${[error.message, error.stack].filter((part) => part !== "").join("\n")}\n`);
    return error.kind === "raised"
      ? { outcome: "raised", message: error.message }
      : { outcome: "out-of-memory" };
  };

  const result = machine.evaluate(program);
  if ("error" in result) return fail(result.error);
  // A script's last value is often the promise of its main function: its rejection must not go unheard.
  using last = result.value;
  for (;;) {
    const jobError = machine.runJobs() ?? machine.rejection(last);
    if (jobError !== null) return fail(jobError);
    const seen = kernel.signal.count();
    const dueMs = machine.untilTimerMs();
    if (dueMs === null) return { outcome: "finished" };
    if (isInterrupted()) return { outcome: "interrupted" };
    if (dueMs > 0) await waitForChange(kernel, seen, dueMs);
    const timer = machine.runTimer();
    if ("error" in timer) return fail(timer.error);
    timer.value.dispose();
  }
}
