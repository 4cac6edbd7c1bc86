import type { CaseEvidence, Evidence, WorkEvidence } from "@/lib/run/evidence";
import type { CheckVerdict, ExerciseVerdict, WorkVerdict } from "./exercise-verdict";

/** What is asked of the counted work, as shares of the starter's. */
type WorkBounds = { readonly atMost: number; readonly atLeast: number };

/** What an exercise asks: its checks in order, and the bounds of the work if it has a target. */
export type ExerciseRubric = {
  readonly checks: readonly { readonly id: string; readonly name: string }[];
  readonly work: WorkBounds | null;
};

const SHOWN_CHARACTERS = 300;
/** An author's sentence is shown as it is; this only keeps away what nobody could read. */
const SENTENCE_CHARACTERS = 2_000;

/** The verdict on what a check run found out. A check the evidence does not speak of fails the whole. */
export function gradeExercise({
  checks,
  work,
  evidence,
}: ExerciseRubric & { readonly evidence: Evidence }): ExerciseVerdict {
  const checkVerdicts = checks.map(({ id }) =>
    gradeCheck(
      id,
      evidence.cases.filter((candidate) => candidate.id === id),
    ),
  );
  const workVerdict = work === null ? null : gradeWork(work, evidence.work);
  const isPassed =
    checkVerdicts.every(({ outcome }) => outcome === "passed") &&
    (workVerdict === null || workVerdict.outcome === "passed");
  return { outcome: isPassed ? "passed" : "failed", checks: checkVerdicts, work: workVerdict };
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

function gradeWork({ atMost, atLeast }: WorkBounds, evidence: WorkEvidence | null): WorkVerdict {
  if (evidence === null)
    return { outcome: "not-counted", share: null, count: null, starterCount: null, unit: null };
  const { count, starterCount, unit } = evidence;
  const counted = { count, starterCount, unit };
  if (starterCount <= 0) return { outcome: "cannot-be-counted", share: null, ...counted };
  const share = count / starterCount;
  if (evidence.otherResult) return { outcome: "other-result", share, ...counted };
  if (share > atMost) return { outcome: "too-much", share, ...counted };
  return { outcome: share < atLeast ? "cannot-be-counted" : "passed", share, ...counted };
}
