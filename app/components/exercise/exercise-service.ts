import * as z from "zod/mini";
import { askServer } from "@/app/components/shell/ask-server";
import { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { SubmissionRequest } from "@/lib/grading/submission-request";
import type { Language } from "@/lib/run/language";

const HiddenChecks = z.object({
  checks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameHtml: z.string(),
      call: z.string(),
      arguments: z.array(z.json()),
      returns: z.json(),
    }),
  ),
});
export type HiddenCheck = z.infer<typeof HiddenChecks>["checks"][number];

const Solution = z.object({ code: z.string(), html: z.string(), explanationHtml: z.string() });
export type Solution = z.infer<typeof Solution>;

const Submitted = z.object({ verdict: ExerciseVerdict, trust: z.enum(["reported", "verified"]) });

/** The checks that come only at the press of Check. */
export const fetchHiddenChecks = (id: string, language: Language) =>
  askServer(`/api/exercises/${id}/checks?language=${language}`, HiddenChecks);

/** The author's solution; refused until it is open to this learner. */
export const fetchSolution = (id: string, language: Language) =>
  askServer(`/api/exercises/${id}/solution?language=${language}`, Solution);

/** Gives up, which opens the solution. */
export const surrender = (id: string) => askServer(`/api/exercises/${id}/surrender`, z.null(), {});

/** Hands in a learner's file with what checking it found out. */
export const submit = (submission: SubmissionRequest) => askServer("/api/submissions", Submitted, submission);
