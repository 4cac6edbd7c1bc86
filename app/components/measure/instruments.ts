import type { Workbench } from "@/app/components/cell/use-workbench";
import type { GrowthClass } from "@/lib/measure/growth-class";
import { growthPlan } from "@/lib/measure/growth-plan";
import { timingPlan, TIMING_ROUNDS } from "@/lib/measure/timing-plan";
import type { Profile } from "@/lib/run/profile";
import { sizeIn } from "@/lib/run/sized-program";
import type { Profiled, Remembered, TimedVersion } from "./report";
import { writeLedger } from "./run-ledger";

export { lineHeats } from "./heat";

/** What an instrument works with: a way to run the cell's program as a plan asks, and a word on how far it is. */
type Using = { readonly follow: Workbench["follow"]; readonly say: (progress: string) => void };
type Version = { readonly name: string; readonly code: string };

/** Times versions in turns, and writes each into the ledger; null where it was stopped. */
export async function timeVersions(
  { follow, say }: Using,
  { versions, ledger }: { versions: readonly Version[]; ledger: string },
): Promise<readonly TimedVersion[] | null> {
  const onRound = (round: number) =>
    say(
      round === 0
        ? "Warming up: the first round does not count."
        : `Round ${round} of ${TIMING_ROUNDS.atMost} …`,
    );
  const timed = await follow((request) =>
    timingPlan(versions, {
      requestOf: (version) => ({ ...request, program: { ...request.program, code: version.code } }),
      onRound,
    }),
  );
  for (const version of timed ?? []) writeLedger(ledger, version);
  return timed;
}

export function takeProfile({ follow, say }: Using, mode: Profile["mode"]): Promise<Profiled | null> {
  say("Profiling …");
  return follow(function* (request) {
    const { profile } = yield { ...request, instrument: { kind: "profile", mode } };
    return profile === null ? null : { file: request.program.path, code: request.program.code, profile };
  });
}

/** Watches what the program holds while it runs. */
export function takeMemory({ follow, say }: Using): Promise<Remembered | null> {
  say("Watching the memory …");
  return follow(function* (request) {
    const { memory } = yield { ...request, instrument: { kind: "memory" } };
    return memory === null ? null : { file: request.program.path, memory };
  });
}

export function takeTimeline({ follow, say }: Using) {
  say("Running it with notes for the timeline …");
  return follow(function* (request) {
    const { timeline } = yield { ...request, instrument: { kind: "timeline" } };
    return timeline;
  });
}

/** Runs the program at rising sizes of what `sizeName` stands for; a sentence where the program does not say its size. */
export async function takeGrowth(
  { follow, say }: Using,
  { code, sizeName, predicted }: { code: string; sizeName: string; predicted: GrowthClass | null },
) {
  const from = sizeIn(code, sizeName);
  if (from === null)
    return `The program has no line “${sizeName} = …” with a whole number, which could be made to grow. Write it again.`;
  const onSize = (size: number) => say(`${sizeName} = ${size.toLocaleString("en")} …`);
  const points = await follow((request) => growthPlan(request, { name: sizeName, from, onSize }));
  if (points === null) return null;
  const [first, second] = points;
  if (first === undefined)
    return `The program did not come to its end with ${sizeName} = ${from}, so there is no growth to see: mend it, or write a smaller number.`;
  if (second === undefined)
    return `There was time for one size only, ${sizeName} = ${from}, and growth takes two: write a smaller number.`;
  return { kind: "growth" as const, code, sizeName, points, predicted };
}
