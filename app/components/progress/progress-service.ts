import * as z from "zod/mini";
import { askAsLearner } from "@/app/components/shell/ask-as-learner";
import { askServer } from "@/app/components/shell/ask-server";
import { SubmittedLanguage } from "@/lib/run/submitted-language";
import { WorkUnit } from "@/lib/run/evidence";

const Reading = z.object({ lesson: z.string(), heading: z.string(), furthest: z.number(), at: z.string() });
const Score = z.object({ score: z.number(), outOf: z.number() });

/** What the server knows of the learner's work: quizzes by module, exercises by id. */
export const Progress = z.object({
  quizzes: z.record(z.string(), z.object({ attempts: z.int(), best: Score })),
  exercises: z.record(
    z.string(),
    z.object({
      passed: z.boolean(),
      languages: z.array(SubmittedLanguage),
      best: z.array(z.object({ language: SubmittedLanguage, unit: WorkUnit, count: z.int() })),
    }),
  ),
  reading: z.array(Reading),
});
export type Progress = z.infer<typeof Progress>;

const Learner = z.object({
  isSignedIn: z.boolean(),
  recoveryMadeAt: z.nullable(z.string()),
  /** Where learners can sign in; null for nowhere. */
  signIn: z.nullable(z.object({ host: z.string() })),
});
export type Learner = z.infer<typeof Learner>;

const Everything = z.record(z.string(), z.unknown());

export const fetchProgress = () => askServer("/api/progress", Progress);

export const fetchLearner = () => askServer("/api/learner", Learner);

/** Everything the server has stored of this learner. */
export const fetchEverything = () => askServer("/api/learner/export", Everything);

/** A new code by which the learner goes on elsewhere, in place of an earlier one. */
export const makeRecoveryCode = () =>
  askAsLearner("/api/learner/recovery", z.object({ code: z.string() }), {});

/** Makes this browser that of the learner who was given the code. */
export const goOnWith = (code: string) => askServer("/api/learner/continue", z.null(), { code });

/** Deletes the learner with everything that is stored of them. */
export const deleteLearner = () => askServer("/api/learner/deletion", z.null(), {});

/** Signs the learner out, in every browser. */
export const signOut = () => askServer("/api/sign-out", z.null(), {});
