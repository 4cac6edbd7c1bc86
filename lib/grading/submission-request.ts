import * as z from "zod/mini";
import { Evidence } from "@/lib/run/evidence";
import { SubmittedLanguage } from "@/lib/run/submitted-language";
import { CODE_MAX_CHARACTERS } from "./code-limit";

/** The body of `POST /api/submissions`: a learner's file, or the commands they entered, and what checking it found out. */
export const SubmissionRequest = z.strictObject({
  /** Made on the device, once for each press of Check: sending it again never counts twice. */
  submissionId: z.uuid().check(z.toLowerCase()),
  exercise: z.string().check(z.maxLength(100)),
  language: SubmittedLanguage,
  // PostgreSQL keeps no NUL in texts, and no program of a learner holds one.
  code: z.string().check(
    z.maxLength(CODE_MAX_CHARACTERS),
    z.refine((code) => !code.includes("\0"), "A program must not hold the character NUL"),
  ),
  evidence: Evidence,
});
export type SubmissionRequest = z.infer<typeof SubmissionRequest>;
