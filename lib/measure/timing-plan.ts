import type { Run } from "@/lib/run/run";
import type { RunPlan } from "@/lib/run/run-plan";
import type { RunRequest } from "@/lib/run/run-request";
import type { Work } from "@/lib/run/work";

/** How often a program is timed: ten times, or less often where that would take too long. */
export const TIMING_ROUNDS = { atMost: 10, atLeast: 6, budgetMs: 20_000 };

/** What came of timing one version. */
export type Timed = {
  /** A time for each round. */
  readonly samplesMs: readonly number[];
  /** Null where it could not be counted. */
  readonly work: Work | null;
  /** How long the run took that counted it. */
  readonly countingMs: number | null;
};

/**
 * Times versions of a program against one another. Each run has a process of its own. The first round warms up the
 * machine and is thrown away; then the versions take turns, each round in the other direction, so that what slows the
 * computer down for a while slows all of them. In the end the work of each is counted. Gives each version with what was
 * found; null after a run that did not end by itself, behind which there is no other.
 */
export function* timingPlan<Version extends object>(
  given: readonly Version[],
  { requestOf, onRound }: { requestOf: (version: Version) => RunRequest; onRound: (round: number) => void },
): Generator<RunRequest, (Version & Timed)[] | null, Run> & RunPlan<(Version & Timed)[] | null> {
  const { atMost, atLeast, budgetMs } = TIMING_ROUNDS;
  const versions = given.map((version) => ({
    version,
    request: requestOf(version),
    samplesMs: new Array<number>(),
  }));
  let spentMs = 0;
  for (let round = 0; round <= atMost; round += 1) {
    if (round > atLeast && spentMs > budgetMs) break;
    onRound(round);
    for (const { request, samplesMs } of round % 2 === 0 ? versions : versions.toReversed()) {
      const { state, measurement } = yield request;
      if (state !== "done" || measurement === null) return null;
      spentMs += measurement.wallMs;
      if (round > 0) samplesMs.push(measurement.wallMs);
    }
  }
  const timed: (Version & Timed)[] = [];
  for (const { version, request, samplesMs } of versions) {
    const { work, measurement } = yield { ...request, instrument: { kind: "count" } };
    timed.push({ ...version, samplesMs, work, countingMs: measurement?.wallMs ?? null });
  }
  return timed;
}
