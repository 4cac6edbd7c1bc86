import type { Run } from "@/lib/run/run";
import type { RunPlan } from "@/lib/run/run-plan";
import type { RunRequest } from "@/lib/run/run-request";
import type { Work } from "@/lib/run/work";

/** How often a program is timed: ten times, or less often where that would take too long. */
export const TIMING_ROUNDS = { atMost: 10, atLeast: 6, budgetMs: 20_000 };

/** What came of timing one version: a time for each round, and its counted work where it could be counted. */
export type Timed = { readonly samplesMs: number[]; work: Work | null };

/**
 * Times versions of a program against one another. Each run has a process of its own. The first round warms up the
 * machine and is thrown away; then the versions take turns, each round in the other direction, so that what slows the
 * computer down for a while slows all of them. In the end the work of each is counted. `timed` is filled as it goes, in
 * the order of `requests`; after a run that did not end by itself there is no other.
 */
export function* timingPlan(
  requests: readonly RunRequest[],
  { timed, onRound }: { timed: readonly Timed[]; onRound: (round: number) => void },
): Generator<RunRequest, void, Run> & RunPlan {
  const { atMost, atLeast, budgetMs } = TIMING_ROUNDS;
  const versions = requests.map((request, version) => ({ request, timed: timed[version] }));
  let spentMs = 0;
  for (let round = 0; round <= atMost; round += 1) {
    if (round > atLeast && spentMs > budgetMs) break;
    onRound(round);
    for (const version of round % 2 === 0 ? versions : versions.toReversed()) {
      const { state, measurement } = yield version.request;
      if (state !== "done" || measurement === null) return;
      spentMs += measurement.wallMs;
      if (round > 0) version.timed?.samplesMs.push(measurement.wallMs);
    }
  }
  for (const version of versions) {
    const { work } = yield { ...version.request, instrument: { kind: "count" } };
    if (version.timed !== undefined) version.timed.work = work;
  }
}
