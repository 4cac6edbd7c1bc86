import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { GuestError } from "./guest-error";
import type { JavaScriptProcess } from "./javascript-process";
import { waitForChange } from "./wait-for-change";

/** Something that a program can wait for: its timers, its commands, its pools. */
export type Source = {
  /** Does what can be done at once; true if there was something, or what the program threw over it. */
  readonly poll: () => boolean | GuestError;
  /**
   * How long until there will be something; Infinity: when something in the machine has changed; null: the program
   * waits for nothing here.
   */
  readonly untilMs: () => number | null;
  /** What it is that the program waits for here. */
  readonly label: string;
};

const INTERRUPTED: GuestError = { message: "InternalError: interrupted", stack: "", kind: "interrupted" };

/**
 * Runs promises and what the sources bring until nothing is left to wait for, or until `isOver`; gives the error that
 * ended it. The rejection of `last`, the value of what was evaluated, is such an error.
 */
export async function runEventLoop(
  {
    machine,
    kernel,
    sources,
    isInterrupted,
  }: Pick<JavaScriptProcess, "machine" | "kernel" | "sources" | "isInterrupted">,
  { last, isOver = () => false }: { last: QuickJSHandle; isOver?: () => boolean },
): Promise<GuestError | null> {
  for (;;) {
    const jobError = machine.runJobs() ?? machine.rejection(last);
    if (machine.hasExited()) return null;
    if (jobError !== null) return jobError;
    // Before anything is looked at, so that no change after that is missed.
    const seen = kernel.signal.count();
    if (isOver()) return null;
    let hasHappened = false;
    for (const { poll } of sources) {
      const happened = poll();
      if (machine.hasExited()) return null;
      if (typeof happened === "object") return happened;
      hasHappened ||= happened;
    }
    // Looked at last: what Stop did to other processes is no news for the program.
    if (isInterrupted()) return INTERRUPTED;
    if (hasHappened) continue;
    const waits = sources.flatMap(({ untilMs, label }) => {
      const ms = untilMs();
      return ms === null ? [] : { untilMs: ms, label };
    });
    const [soonest] = waits.toSorted((one, other) => one.untilMs - other.untilMs);
    if (soonest === undefined) return null;
    const { untilMs, label } = soonest;
    if (untilMs > 0)
      await waitForChange(kernel, seen, { timeoutMs: untilMs === Infinity ? -1 : untilMs, label });
  }
}
