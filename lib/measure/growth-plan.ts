import type { Run } from "@/lib/run/run";
import type { RunPlan } from "@/lib/run/run-plan";
import type { RunRequest } from "@/lib/run/run-request";
import { withSize } from "@/lib/run/sized-program";

/** What a growth run found out at one size. */
export type GrowthPoint = {
  readonly size: number;
  /** The shortest of a few runs: what disturbs a run makes it longer, never shorter. */
  readonly wallMs: number;
  /** Null where it could not be counted. */
  readonly work: number | null;
};

/** Sizes double until this much time is spent on them all. */
export const GROWTH_BUDGET_MS = 20_000;
const SIZES_AT_MOST = 9;
/** A short run is mostly noise: it is repeated, and the shortest counts. */
const REPEATED_BELOW_MS = 200;
const REPEATS = 3;
/** The next size costs at least twice as much as the last one, and as many times as much as that one cost more than its own before it. */
const NEXT_COSTS_AT_LEAST = 2;

/**
 * Runs a program at rising sizes: each is the value of the program's line `name = …`, doubled from what stands there. At
 * every size the program is timed, then counted. A run before that warms up the machine and is thrown away. Gives a point for each. A size at which the program does not end by
 * itself ends the growth. Throws a RangeError where the program has no such line.
 */
export function* growthPlan(
  request: RunRequest,
  { name, from, onSize }: { name: string; from: number; onSize: (size: number) => void },
): Generator<RunRequest, GrowthPoint[], Run> & RunPlan<GrowthPoint[]> {
  const points: GrowthPoint[] = [];
  let spentMs = 0;
  let beforeMs = Infinity;
  let counts = true;
  const warm = yield request;
  if (warm.state !== "done") return points;
  for (let doubled = 0; doubled < SIZES_AT_MOST; doubled += 1) {
    const size = from * 2 ** doubled;
    const { path, code } = request.program;
    const sized = withSize(code, { name, size });
    if (sized === null) throw new RangeError(`The program has no line \`${name} = …\` with a whole number.`);
    onSize(size);
    const at: RunRequest = { ...request, program: { path, code: sized } };
    const startedMs = spentMs;
    let wallMs = Infinity;
    for (let repeat = 0; repeat < REPEATS && (repeat === 0 || wallMs < REPEATED_BELOW_MS); repeat += 1) {
      const { state, measurement } = yield at;
      if (state !== "done" || measurement === null) return points;
      spentMs += measurement.wallMs;
      wallMs = Math.min(wallMs, measurement.wallMs);
    }
    let work: number | null = null;
    if (counts) {
      const counted = yield { ...at, instrument: { kind: "count" } };
      spentMs += counted.measurement?.wallMs ?? 0;
      work = counted.work?.varies === false ? counted.work.count : null;
      counts = work !== null;
    }
    points.push({ size, wallMs, work });
    const lastMs = spentMs - startedMs;
    if (spentMs + lastMs * Math.max(NEXT_COSTS_AT_LEAST, lastMs / beforeMs) > GROWTH_BUDGET_MS) break;
    beforeMs = lastMs;
  }
  return points;
}
