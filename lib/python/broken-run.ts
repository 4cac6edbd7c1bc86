import type { ProcessEnd } from "@/lib/machine/process-message";

/** What the interpreter says when a program leaves by `os._exit`. */
const EXIT = /^Program terminated with exit\((-?\d+)\)$/;

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
