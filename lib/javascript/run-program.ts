import type { ProcessEnd } from "@/lib/machine/process-message";
import type { ProgramFile } from "@/lib/run/run-request";
import { runEventLoop } from "./event-loop";
import type { GuestError } from "./guest-error";
import type { JavaScriptProcess } from "./javascript-process";

/**
 * Runs a script to its end: its statements, then its promises and all it waits for. An error is written to stderr with
 * the learner's stack.
 */
export async function runProgram(process: JavaScriptProcess, program: ProgramFile): Promise<ProcessEnd> {
  const result = process.machine.evaluate(program);
  if (process.machine.hasExited()) return { outcome: "finished" };
  if ("error" in result) return endWithError(process, result.error);
  // A script's last value is often the promise of its main function: its rejection must not go unheard.
  using last = result.value;
  const error = await runEventLoop(process, { last });
  return error === null ? { outcome: "finished" } : endWithError(process, error);
}

/** Shows what ended a program, and says how it has ended. */
export function endWithError({ output }: Pick<JavaScriptProcess, "output">, error: GuestError): ProcessEnd {
  if (error.kind === "interrupted") return { outcome: "interrupted" };
  output.unmute();
  output.write("stderr", `${[error.message, error.stack].filter((part) => part !== "").join("\n")}\n`);
  return error.kind === "raised"
    ? { outcome: "raised", message: error.message }
    : { outcome: "out-of-memory" };
}
