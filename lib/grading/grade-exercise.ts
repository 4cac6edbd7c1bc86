import { isFailed } from "@/lib/run/check-case";
import type { CaseEvidence, Evidence } from "@/lib/run/evidence";
import type { RunBounds } from "@/lib/run/run-bounds";
import type { CheckVerdict, ExerciseVerdict } from "./exercise-verdict";
import { gradeGrowth, type GrowthBounds } from "./grade-growth";
import { gradeRun, NOT_RUN } from "./grade-run";
import { gradeWork, type WorkBounds } from "./grade-work";

/** One check; `run` is what it asks of a run, where it is about one. */
type CheckRubric = { readonly id: string; readonly run?: RunBounds | undefined };

/** What an exercise asks: its checks in order, and the bounds of the work and of its growth if it has them. */
export type ExerciseRubric = {
  readonly checks: readonly CheckRubric[];
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
  const checkVerdicts = checks.map((check) =>
    gradeCheck(
      check,
      evidence.cases.filter((candidate) => candidate.id === check.id),
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

function gradeCheck({ id, run }: CheckRubric, cases: readonly CaseEvidence[]): CheckVerdict {
  const failure = cases.find(isFailed);
  if (failure === undefined && run !== undefined) return gradeRunCheck(id, run, cases);
  if (cases.every(({ outcome }) => outcome === "ran")) return { id, outcome: "not-run", message: null };
  if (failure === undefined) return { id, outcome: "passed", message: null };
  return { id, outcome: "failed", message: messageOf(failure) };
}

function gradeRunCheck(id: string, run: RunBounds, cases: readonly CaseEvidence[]): CheckVerdict {
  const ran = cases.find((evidence) => evidence.outcome === "ran");
  if (ran === undefined) return { id, outcome: "not-run", message: NOT_RUN };
  const message = gradeRun(run, ran);
  return { id, outcome: message === null ? "passed" : "failed", message };
}

function messageOf(evidence: CaseEvidence): string | null {
  switch (evidence.outcome) {
    case "equal":
    case "ran":
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
