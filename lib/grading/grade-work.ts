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
  if (evidence === null) return { ...nothingCounted, outcome: "not-counted", message: NOT_COUNTED };
  const { count, starterCount, unit, busiest } = evidence;
  const share = starterCount <= 0 ? null : count / starterCount;
  const { atLeast = 0, atLeastSteps = 0, why } = bounds;
  const counted = { share, count, starterCount, unit };
  const steps = `${figure(count)} ${unit} (counted)`;
  const standing = share === null ? steps : `${steps}, ${percent(share)} of the starter's`;
  const hidden: WorkVerdict = {
    ...counted,
    outcome: "cannot-be-counted",
    message: `${standing}. ${TOO_LITTLE}`,
  };
  if (share === null) return hidden;
  if (evidence.otherResult) {
    const message = `${standing}. But the counted call gave another result than the starter does.`;
    return { ...counted, outcome: "other-result", message };
  }
  const exceeded = limitsOf(bounds, starterCount).filter(({ isMet }) => !isMet(count, share));
  const [narrowest] = exceeded.toSorted((one, other) => one.allowed - other.allowed);
  if (narrowest !== undefined) {
    const told = `${tooMuch({ count, allowed: narrowest.allowed, unit, why })} ${narrowest.said(count, share)}`;
    return { ...counted, outcome: "too-much", message: `${told}${busiestSentence(busiest)}` };
  }
  return share < atLeast || count < atLeastSteps
    ? hidden
    : { ...counted, outcome: "passed", message: `${standing}.` };
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
