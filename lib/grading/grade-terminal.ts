import type { TerminalMistake, TerminalStep } from "@/lib/course/terminal";
import type { Evidence } from "@/lib/run/evidence";
import type { TerminalEvidence, TerminalStanding } from "@/lib/run/terminal-evidence";
import { holds, type Criterion } from "./terminal-criterion-holds";

/** What a terminal asks, and what it warns of. */
export type TerminalRubric = {
  readonly steps: readonly Pick<TerminalStep, "id" | keyof Criterion>[];
  readonly mistakes: readonly Pick<TerminalMistake, "id" | keyof Criterion>[];
};

/**
 * The standing after a look: what was reached stays so. A step that comes after others counts from when those were reached,
 * and of commands, those that were entered since.
 */
export function reachSteps(
  { steps }: Pick<TerminalRubric, "steps">,
  standing: TerminalStanding,
  evidence: TerminalEvidence,
): TerminalStanding {
  const reached = { ...standing };
  for (;;) {
    const next = steps.find(
      (step) => reached[step.id] === undefined && countsReached(step, reached, evidence),
    );
    if (next === undefined) return reached;
    reached[next.id] = countsReached(next, reached, evidence) ?? [];
  }
}

/** The commands that had been entered when this criterion came to hold; undefined where it does not, or does not count yet. */
function countsReached(
  step: TerminalRubric["steps"][number],
  standing: TerminalStanding,
  evidence: TerminalEvidence,
) {
  const counts = step.after.map((id) => standing[id]);
  if (counts.includes(undefined)) return undefined;
  return holds(step, { id: step.id, evidence, since: latest(counts) });
}

/** The mistakes that a learner is told: those that can be seen, and those entered since a step was last reached. */
export function toldMistakes<Mistake extends TerminalRubric["mistakes"][number]>(
  mistakes: readonly Mistake[],
  standing: TerminalStanding,
  evidence: TerminalEvidence,
): readonly Mistake[] {
  const since = latest(Object.values(standing));
  return mistakes.filter(
    (mistake) =>
      mistake.after.every((id) => standing[id] !== undefined) &&
      holds(mistake, { id: mistake.id, evidence, since }) !== undefined,
  );
}

/** Window by window the most of several counts. */
const latest = (all: readonly (readonly number[] | undefined)[]): readonly number[] =>
  all.reduce<number[]>((most, counts = []) => {
    const longer = counts.length > most.length ? counts : most;
    return Array.from(longer, (_, window) => Math.max(counts[window] ?? 0, most[window] ?? 0));
  }, []);

export const isComplete = ({ steps }: Pick<TerminalRubric, "steps">, standing: TerminalStanding) =>
  steps.every(({ id }) => standing[id] !== undefined);

/** The probes that can still tell something, by the ids of their steps and mistakes. */
export const openProbes = (
  { steps, mistakes }: TerminalRubric,
  standing: TerminalStanding,
): ReadonlyMap<string, string> =>
  new Map(
    [...steps.filter(({ id }) => standing[id] === undefined), ...mistakes].flatMap(({ id, probe, after }) =>
      probe === undefined || after.some((earlier) => standing[earlier] === undefined) ? [] : [[id, probe]],
    ),
  );

/** Whether something that is still open may come about while nobody enters anything. */
export const waitsForChange = ({ steps }: Pick<TerminalRubric, "steps">, standing: TerminalStanding) =>
  steps.some(
    ({ id, ran, after }) =>
      standing[id] === undefined &&
      ran === undefined &&
      after.every((earlier) => standing[earlier] !== undefined),
  );

/** What was found out, as it is handed in and graded: a case for each step. */
export const evidenceOf = (
  { steps }: Pick<TerminalRubric, "steps">,
  standing: TerminalStanding,
): Evidence => ({
  cases: steps.map(({ id }) =>
    standing[id] === undefined
      ? { id, outcome: "failed", message: "Not reached yet." }
      : { id, outcome: "equal" },
  ),
  work: null,
});
