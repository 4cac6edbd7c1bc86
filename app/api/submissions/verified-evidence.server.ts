import "server-only";
import type { FoundExercise } from "@/lib/course/find-exercise.server";
import type { Evidence } from "@/lib/run/evidence";
import { newSeed } from "@/lib/run/new-seed";
import type { SubmissionClaim } from "@/lib/storage/find-submission.server";
import { logError } from "@/lib/operating/request-log.server";
import { VerifierError } from "@/lib/verify/verifier-error";
import type { TurnedAway } from "@/lib/verify/verifier.server";
import { verifyProgram } from "@/lib/verify/verify-program.server";
import { refuse } from "@/app/api/refuse";
import { programToVerify } from "./program-to-verify";

const WHY = {
  busy: "The server is checking many programs at the moment, so this could not be handed in yet.",
  stopping: "The server is about to restart, so this could not be handed in yet.",
} satisfies Record<TurnedAway, string>;
const BROKEN = "The server cannot check programs at the moment, so this could not be handed in yet.";
const RETRY_AFTER_SECONDS = 5;

type Asked = {
  readonly claim: SubmissionClaim;
  readonly asked: FoundExercise;
  readonly language: Parameters<typeof programToVerify>[2]["language"];
  readonly code: string;
};

/** What a learner's JavaScript or TypeScript does when it is run here with all checks, or why that cannot be said now. */
export async function verifiedEvidence(
  request: Request,
  { claim, asked, language, code }: Asked,
): Promise<{ readonly evidence: Evidence; readonly trust: "verified" } | { readonly refusal: Response }> {
  const later = (why: string) => ({
    refusal: refuse(503, `${why} Press Check again in a moment.`, {
      "retry-after": String(RETRY_AFTER_SECONDS),
    }),
  });
  try {
    const evidence = await together(`${claim.id} ${claim.learner} ${claim.payloadHash}`, () =>
      verifyProgram(programToVerify(asked, code, { language, seed: newSeed() })),
    );
    return typeof evidence === "string" ? later(WHY[evidence]) : { evidence, trust: "verified" };
  } catch (error) {
    if (!(error instanceof VerifierError)) throw error;
    logError(request, error);
    return later(BROKEN);
  }
}

/** The same submission sent several times at once is run once. */
function together(
  submission: string,
  verify: () => Promise<Evidence | TurnedAway>,
): Promise<Evidence | TurnedAway> {
  const running = underWay.get(submission);
  if (running !== undefined) return running;
  const started = verify().finally(() => underWay.delete(submission));
  underWay.set(submission, started);
  return started;
}

const underWay = new Map<string, Promise<Evidence | TurnedAway>>();
