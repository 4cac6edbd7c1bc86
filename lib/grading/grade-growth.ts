import { growthUpTo } from "@/lib/measure/growth-fit";
import type { GrowthClass } from "@/lib/measure/growth-class";
import type { GrowthEvidence } from "@/lib/run/evidence";
import { busiestSentence, figure, NOT_COUNTED, TOO_LITTLE, withStop } from "./counted-words";
import type { GrowthVerdict } from "./exercise-verdict";

/** What is asked of the growth of counted work, and of the work at the largest size. */
export type GrowthBounds = {
  readonly atMost: "1" | "log n" | "n" | "n log n" | "n²";
  readonly atMostSteps?: number | undefined;
  readonly atLeastSteps: number;
  /** What is done too often, as an author says it. */
  readonly why?: string | undefined;
};

/** A class further away than the wanted ones, by the curves that fit the counts. */
const LEAST_SURENESS = 0.5;

/** The verdict on how counted work grows. */
export function gradeGrowth(
  { atMost, atMostSteps = Infinity, atLeastSteps, why }: GrowthBounds,
  evidence: GrowthEvidence | undefined,
): GrowthVerdict {
  const [smallest, largest] = [evidence?.points[0], evidence?.points.at(-1)];
  if (evidence === undefined || smallest === undefined || largest === undefined)
    return { outcome: "not-counted", growthClass: null, message: NOT_COUNTED };
  const { unit, points, busiest } = evidence;
  const wanted: GrowthClass = `O(${atMost})`;
  const from = `${figure(smallest.count)} ${unit} for n = ${figure(smallest.size)}`;
  const enough = largest.count > atMostSteps ? ` where ${figure(atMostSteps)} do` : "";
  const counts = `${from}, ${figure(largest.count)} for n = ${figure(largest.size)} (counted)${enough}`;
  if (evidence.otherResult) {
    const message = `${counts}. But a counted call gave another result than the starter does.`;
    return { outcome: "other-result", growthClass: null, message };
  }
  if (largest.count < atLeastSteps)
    return { outcome: "cannot-be-counted", growthClass: null, message: `${counts}. ${TOO_LITTLE}` };
  const found = growthUpTo(
    points.map(({ size, count }) => ({ n: size, value: count })),
    wanted,
  );
  if (found === null) {
    const message = `${counts}: no class of growth fits these counts. The target is ${wanted}.${busiestSentence(busiest)}`;
    return { outcome: "cannot-tell", growthClass: null, message };
  }
  const { growthClass, sureness } = found;
  if (sureness < LEAST_SURENESS) {
    const reason = why === undefined ? "." : `: ${withStop(why)}`;
    const message = `The work grows as ${growthClass}, and the target is ${wanted}${reason} ${counts}.${busiestSentence(busiest)}`;
    return { outcome: "too-fast", growthClass, message };
  }
  if (largest.count > atMostSteps) {
    const message = `The work grows as ${growthClass}, and there is too much of it: ${counts}.${busiestSentence(busiest)}`;
    return { outcome: "too-much", growthClass, message };
  }
  return { outcome: "passed", growthClass, message: `The work grows as ${growthClass}: ${counts}.` };
}
