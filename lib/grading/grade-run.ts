import type { RunEvidence } from "@/lib/run/evidence";
import type { RunBounds } from "@/lib/run/run-bounds";
import { figure, percent, withStop } from "./counted-words";

/** Said where a check before it failed already. */
export const NOT_RUN = "Measured once the checks before it pass.";

const MS_PER_SECOND = 1_000;
const SECONDS_DIGITS = 2;

const seconds = (ms: number) =>
  `${(ms / MS_PER_SECOND).toLocaleString("en", { maximumSignificantDigits: SECONDS_DIGITS })} s`;

/** What is wrong with a run, as a sentence for the learner; null where every bound is met. */
export function gradeRun(bounds: RunBounds, evidence: RunEvidence): string | null {
  const problem =
    speedUpProblem(bounds, evidence) ?? waitingProblem(bounds, evidence) ?? inFlightProblem(bounds, evidence);
  if (problem === null) return null;
  return bounds.why === undefined ? `${problem}.` : `${problem}: ${withStop(bounds.why)}`;
}

function speedUpProblem({ speedUpAtLeast }: RunBounds, { own, starter, clock }: RunEvidence) {
  if (speedUpAtLeast === undefined) return null;
  if (starter === null) return "The starter was not run beside it, so that nothing can be compared";
  if (starter.elapsedMs === 0)
    return `The starter took no time at all (${clock}), so that nothing can be compared`;
  if (starter.elapsedMs >= speedUpAtLeast * own.elapsedMs) return null;
  const times = figure(starter.elapsedMs / own.elapsedMs);
  return `It took ${seconds(own.elapsedMs)} where the starter took ${seconds(starter.elapsedMs)} (${clock}), ${times} × as fast; the target is ${figure(speedUpAtLeast)} ×`;
}

function waitingProblem({ waitingAtMost }: RunBounds, { own, clock }: RunEvidence) {
  if (waitingAtMost === undefined) return null;
  if (own.computingMs === null) return "Whether it computed or waited could not be told";
  const share = own.elapsedMs > 0 ? Math.max(0, 1 - own.computingMs / own.elapsedMs) : 0;
  if (share <= waitingAtMost) return null;
  return `For ${percent(share)} of its time nothing computed (${clock}); the target is at most ${percent(waitingAtMost)}`;
}

function inFlightProblem(
  { inFlightAtLeast = 0, inFlightAtMost = Infinity }: RunBounds,
  { own }: RunEvidence,
) {
  const inFlight = own.copyingMs > 0 ? own.copiesMs / own.copyingMs : 0;
  const standing = `${inFlight.toFixed(1)} copies were in flight on average while the disk was busy (simulated)`;
  if (inFlight < inFlightAtLeast) return `${standing}; the target is at least ${figure(inFlightAtLeast)}`;
  if (inFlight > inFlightAtMost) return `${standing}; the target is at most ${figure(inFlightAtMost)}`;
  return null;
}
