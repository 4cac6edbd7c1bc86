import type { RunCase } from "@/lib/run/check-plan";
import type { CaseEvidence, RunFigures } from "@/lib/run/evidence";
import type { JavaScriptProcess } from "../javascript-process";
import { openAttempt, type FinishedAttempt, type Tried } from "./attempt";

/**
 * One run of a file as a script, and one of the starter where they are compared, each with the files as they were given. Both are
 * told by the simulation's clock, so that one run is as good as many.
 */
export function watchRun(
  process: Pick<JavaScriptProcess, "openGuest" | "isInterrupted">,
  tried: Tried,
  { check: { id, run }, starter }: { readonly check: RunCase; readonly starter: string | undefined },
): CaseEvidence {
  const own = openAttempt(process, tried).run();
  if (own.error !== "") return { id, outcome: "raised", message: own.error, line: null };
  const isCompared = starter !== undefined && run.speedUpAtLeast !== undefined;
  return {
    id,
    outcome: "ran",
    clock: "simulated",
    own: figuresOf(own),
    starter: isCompared ? figuresOf(openAttempt(process, tried).run(starter)) : null,
  };
}

const figuresOf = ({ elapsedMs, ioChargedMs, ioClockMs }: FinishedAttempt): RunFigures => ({
  elapsedMs,
  computingMs: null,
  copiesMs: ioChargedMs,
  copyingMs: ioClockMs,
});
