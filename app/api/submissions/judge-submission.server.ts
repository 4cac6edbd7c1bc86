import "server-only";
import { findExercise } from "@/lib/course/find-exercise.server";
import { findTerminal } from "@/lib/course/find-terminal.server";
import { gradeExercise, type ExerciseRubric } from "@/lib/grading/grade-exercise";
import { isVerified } from "@/lib/grading/is-verified";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { SubmissionRequest } from "@/lib/grading/submission-request";
import type { Evidence } from "@/lib/run/evidence";
import type { Language } from "@/lib/run/language";
import type { SubmissionClaim } from "@/lib/storage/find-submission.server";
import type { Trust } from "@/lib/storage/schema.server";
import { refuse } from "@/app/api/refuse";
import { verifiedEvidence } from "./verified-evidence.server";

type Judged = { readonly evidence: Evidence; readonly verdict: ExerciseVerdict; readonly trust: Trust };

/**
 * What a submission is worth, or why that cannot be said: JavaScript and TypeScript are run again here, whatever the browser
 * found out; of Python and of a machine with Linux on it the browser's evidence is taken.
 */
export async function judgeSubmission(
  request: Request,
  claim: SubmissionClaim,
  { exercise, language, code, evidence }: SubmissionRequest,
): Promise<Judged | { readonly refusal: Response }> {
  if (language === "shell") {
    const asked = await findTerminal(exercise);
    if (asked === null || asked.terminal.steps.length === 0) return noSuchExercise();
    const rubric = { checks: asked.terminal.steps, work: null, growth: null };
    return judged(rubric, { evidence, trust: "reported" });
  }
  const asked = await findExercise(exercise);
  if (asked === null) return noSuchExercise();
  if (!asked.languages.includes(language)) return notThereIn(asked.languages);
  const found = isVerified(language)
    ? await verifiedEvidence(request, { claim, asked, language, code })
    : ({ evidence, trust: "reported" } as const);
  if ("refusal" in found) return found;
  const { checks, work = null, growth = null } = asked.exercise;
  return judged({ checks, work, growth }, found);
}

const judged = (rubric: ExerciseRubric, found: Omit<Judged, "verdict">): Judged => ({
  ...found,
  verdict: gradeExercise({ ...rubric, evidence: found.evidence }),
});

const noSuchExercise = () => ({
  refusal: refuse(404, "There is no such exercise. Open it again from its lesson."),
});
const notThereIn = (languages: readonly Language[]) => ({
  refusal: refuse(400, `This exercise is there in ${languages.join(" and ")} only. Switch the language.`),
});
