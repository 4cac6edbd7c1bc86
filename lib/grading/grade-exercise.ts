import type { CaseEvidence, Evidence } from "@/lib/run/evidence";
import type { CheckVerdict, ExerciseVerdict } from "./exercise-verdict";
import { gradeGrowth, type GrowthBounds } from "./grade-growth";
import { gradeWork, type WorkBounds } from "./grade-work";

/** What an exercise asks: its checks in order, and the bounds of the work and of its growth if it has them. */
export type ExerciseRubric = {
  readonly checks: readonly { readonly id: string; readonly name: string }[];
  readonly work: WorkBounds | null;
  readonly growth: GrowthBounds | null;
};

const SHOWN_CHARACTERS = 300;
/** An author's sentence is shown as it is; this only keeps away what nobody could read. */
const SENTENCE_CHARACTERS = 2_000;

/** The verdict on what a check run found out. A check the evidence does not speak of fails the whole. */
export function gradeExercise({
  checks,
  work,
  growth,
  evidence,
}: ExerciseRubric & { readonly evidence: Evidence }): ExerciseVerdict {
  const checkVerdicts = checks.map(({ id }) =>
    gradeCheck(
      id,
      evidence.cases.filter((candidate) => candidate.id === id),
    ),
  );
  const workVerdict = work === null ? null : gradeWork(work, evidence.work);
  const growthVerdict = growth === null ? null : gradeGrowth(growth, evidence.growth);
  const isPassed = [...checkVerdicts, workVerdict, growthVerdict].every(
    (verdict) => verdict === null || verdict.outcome === "passed",
  );
  return {
    outcome: isPassed ? "passed" : "failed",
    checks: checkVerdicts,
    work: workVerdict,
    growth: growthVerdict,
  };
}

function gradeCheck(id: string, cases: readonly CaseEvidence[]): CheckVerdict {
  if (cases.length === 0) return { id, outcome: "not-run", message: null };
  const failure = cases.find(({ outcome }) => outcome !== "equal");
  if (failure === undefined) return { id, outcome: "passed", message: null };
  return { id, outcome: "failed", message: messageOf(failure) };
}

function messageOf(evidence: CaseEvidence): string | null {
  switch (evidence.outcome) {
    case "equal":
      return null;
    case "different":
      return `Gave ${shortened(evidence.got)} instead of ${shortened(evidence.expected)}`;
    case "raised":
      return evidence.line === null
        ? shortened(evidence.message)
        : `Line ${evidence.line}: ${shortened(evidence.message)}`;
    case "failed":
      return shortened(evidence.message, SENTENCE_CHARACTERS);
    default:
      return evidence satisfies never;
  }
}

const shortened = (text: string, shownCharacters = SHOWN_CHARACTERS) =>
  text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
