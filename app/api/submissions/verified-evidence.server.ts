import "server-only";
import type { FoundExercise } from "@/lib/course/find-exercise.server";
import type { Evidence } from "@/lib/run/evidence";
import { newSeed } from "@/lib/run/new-seed";
import type { SubmissionClaim } from "@/lib/storage/find-submission.server";
import { verifyOnce } from "@/app/api/verify-once.server";
import { programToVerify } from "./program-to-verify";

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
  const verified = await verifyOnce(request, {
    key: `${claim.id} ${claim.learner} ${claim.payloadHash}`,
    remedy: "Press Check again in a moment.",
    program: programToVerify(asked, code, { language, seed: newSeed() }),
  });
  return "refusal" in verified ? verified : { ...verified, trust: "verified" };
}
