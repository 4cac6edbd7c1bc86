import * as z from "zod/mini";
import { askAsLearner } from "@/app/components/shell/ask-as-learner";
import { askServer } from "@/app/components/shell/ask-server";
import { handIn } from "@/app/components/shell/hand-in";
import { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { SubmissionRequest } from "@/lib/grading/submission-request";
import { CallCase, RunCase, TestCase } from "@/lib/run/check-plan";
import type { Language } from "@/lib/run/language";
import type { SubmittedLanguage } from "@/lib/run/submitted-language";

const shown = { name: z.string(), nameHtml: z.string() };
const HiddenCheck = z.union([
  z.object({ ...CallCase.shape, ...shown }),
  z.object({ ...TestCase.shape, ...shown }),
  z.object({ ...RunCase.shape, ...shown }),
]);
export type HiddenCheck = z.infer<typeof HiddenCheck>;

const FetchedChecks = z.object({
  checks: z.array(HiddenCheck),
  /** The author's script, which holds the tests; null where every check is a call. */
  checkCode: z.nullable(z.string()),
});
export type FetchedChecks = z.infer<typeof FetchedChecks>;

const Solution = z.object({
  code: z.string(),
  html: z.string(),
  explanationHtml: z.string(),
  /** Of a terminal, in their order; none of a program. */
  commands: z.array(z.string()),
});
export type Solution = z.infer<typeof Solution>;

const Submitted = z.object({ verdict: ExerciseVerdict, trust: z.enum(["reported", "verified"]) });

/** What comes only at the press of Check. */
export const fetchChecks = (id: string, language: Language) =>
  askServer(`/api/exercises/${id}/checks?language=${language}`, FetchedChecks);

/** The author's solution; refused until it is open to this learner. */
export const fetchSolution = (id: string, language: SubmittedLanguage) =>
  askServer(`/api/exercises/${id}/solution?language=${language}`, Solution);

/** Gives up, which opens the solution. */
export const surrender = (id: string) => askAsLearner(`/api/exercises/${id}/surrender`, z.null(), {});

/**
 * Hands in a learner's file with what checking it found out; `onHeldUp` hears, as a sentence or null, when the server's
 * answer takes longer.
 */
export const submit = (
  submission: SubmissionRequest,
  {
    title,
    onKept = () => {},
    onHeldUp,
  }: { title: string; onKept?: () => void; onHeldUp: (message: string | null) => void },
) =>
  handIn(
    { id: submission.submissionId, kind: "submission", title: `Exercise: ${title}`, body: submission },
    {
      schema: Submitted,
      onKept,
      onHeldUp({ message }) {
        onHeldUp(message);
        return true;
      },
    },
  );
