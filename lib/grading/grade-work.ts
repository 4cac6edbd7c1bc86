import type { WorkEvidence } from "@/lib/run/evidence";
import { busiestSentence, figure, NOT_COUNTED, percent, tooMuch, TOO_LITTLE } from "./counted-words";
import type { WorkVerdict } from "./exercise-verdict";

/** What is asked of the counted work of a call: shares of the starter's, steps, or steps for each of its items. */
export type WorkBounds = {
  readonly atMost?: number | undefined;
  readonly atMostSteps?: number | undefined;
  readonly atMostPerItem?: number | undefined;
  readonly items?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly atLeastSteps?: number | undefined;
  /** What is done too often, as an author says it. */
  readonly why?: string | undefined;
};

/** The verdict on counted work. Where there are several bounds, all must hold. */
export function gradeWork(bounds: WorkBounds, evidence: WorkEvidence | null): WorkVerdict {
  if (evidence === null) return { outcome: "not-counted", ...nothingCounted, message: NOT_COUNTED };
  const { count, starterCount, unit, busiest, otherResult } = evidence;
  const share = starterCount <= 0 ? null : count / starterCount;
  const verdict = (outcome: WorkVerdict["outcome"], message: string): WorkVerdict => ({
    outcome,
    share,
    count,
    starterCount,
    unit,
    message,
  });
  const steps = `${figure(count)} ${unit} (counted)`;
  if (share === null) return verdict("cannot-be-counted", `${steps}. ${TOO_LITTLE}`);
  const standing = `${steps}, ${percent(share)} of the starter's.`;
  if (otherResult)
    return verdict(
      "other-result",
      `${standing} But the counted call gave another result than the starter does.`,
    );
  const [narrowest] = limitsOf(bounds, starterCount)
    .filter(({ isMet }) => !isMet(count, share))
    .toSorted((one, other) => one.allowed - other.allowed);
  const { atLeast = 0, atLeastSteps = 0, why } = bounds;
  if (narrowest !== undefined) {
    const told = tooMuch({ count, allowed: narrowest.allowed, unit, why });
    return verdict("too-much", `${told} ${narrowest.said(count, share)}${busiestSentence(busiest)}`);
  }
  return share < atLeast || count < atLeastSteps
    ? verdict("cannot-be-counted", `${standing} ${TOO_LITTLE}`)
    : verdict("passed", standing);
}

const nothingCounted = { share: null, count: null, starterCount: null, unit: null };

/** One bound: how much work would do, whether it is met, and how it is told. */
type Limit = {
  readonly allowed: number;
  readonly isMet: (count: number, share: number) => boolean;
  readonly said: (count: number, share: number) => string;
};

function limitsOf(
  { atMost, atMostSteps, atMostPerItem, items = 1 }: WorkBounds,
  starterCount: number,
): Limit[] {
  const limits: Limit[] = [];
  if (atMost !== undefined)
    limits.push({
      allowed: Math.floor(atMost * starterCount),
      isMet: (_, share) => share <= atMost,
      said: (_, share) =>
        `Of the starter's work that is ${percent(share)}; the target is at most ${percent(atMost)}.`,
    });
  if (atMostSteps !== undefined)
    limits.push({
      allowed: atMostSteps,
      isMet: (count) => count <= atMostSteps,
      said: () => `The target is at most ${figure(atMostSteps)}.`,
    });
  if (atMostPerItem !== undefined)
    limits.push({
      allowed: Math.floor(atMostPerItem * items),
      isMet: (count) => count <= atMostPerItem * items,
      said: (count) =>
        `For each of the ${figure(items)} items that is ${figure(count / items)}; the target is at most ${figure(atMostPerItem)}.`,
    });
  return limits;
}
