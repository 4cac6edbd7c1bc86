import type { ProcessEnd } from "@/lib/machine/process-message";

/** What browsers and Node say where a program nests deeper than their own stack. */
const OVERFLOW = /call stack|too much recursion/;

/**
 * How a run ends whose engine gave way under it; the engine must be thrown away. Built-ins that walk what is nested
 * (JSON, the parser of `eval`) can overflow the host's stack before the engine sees its own limit: no program can catch
 * that, but it is the program's error and is told as one.
 */
export function endOfBrokenEngine(error: unknown): Exclude<ProcessEnd, { outcome: "finished" }> {
  const message = error instanceof Error ? error.message : String(error);
  if (OVERFLOW.test(message))
    return { outcome: "raised", message: "RangeError: stack overflow, something is nested too deeply" };
  return { outcome: "crashed", message };
}
