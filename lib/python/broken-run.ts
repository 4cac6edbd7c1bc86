import type { ProcessEnd } from "@/lib/machine/process-message";

/** What the interpreter says when a program leaves by `os._exit`. */
const EXIT = /^Program terminated with exit\((-?\d+)\)$/;
/** What a shell sees of a process that its own fault has killed (SIGABRT). */
const ABORTED = -6;

/** The exit code that goes with it. */
export function exitCodeOfBrokenRun(error: unknown): number {
  const exit = error instanceof Error ? EXIT.exec(error.message) : null;
  return exit === null ? ABORTED : Number(exit[1]) & 0xff;
}

/** How a run ended when its error came out of the interpreter itself instead of being reported by it. */
export function endOfBrokenRun(error: unknown): ProcessEnd {
  if (!(error instanceof Error)) return { outcome: "crashed", message: `Python broke: ${String(error)}` };
  if ("type" in error && error.type === "StopRequested") return { outcome: "interrupted" };
  if ("type" in error && error.type === "MemoryError") return { outcome: "out-of-memory" };
  const exit = EXIT.exec(error.message);
  if (exit !== null) {
    return exit[1] === "0" ? { outcome: "finished" } : { outcome: "raised", message: `exit code ${exit[1]}` };
  }
  if (error instanceof RangeError) {
    return {
      outcome: "crashed",
      message:
        "Python ran out of stack: calls or data were nested too deeply, and the interpreter had to stop.",
    };
  }
  return { outcome: "crashed", message: `Python itself broke while it ran this program: ${error.message}` };
}
