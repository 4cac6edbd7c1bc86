import { SubmissionRequest } from "@/lib/grading/submission-request";
import { who } from "@/lib/learner/who.server";
import { metrics } from "@/lib/operating/metrics.server";
import { noteIds } from "@/lib/operating/request-log.server";
import { database } from "@/lib/storage/database.server";
import { findSubmission } from "@/lib/storage/find-submission.server";
import { payloadHash } from "@/lib/storage/payload-hash.server";
import { saveSubmission, type SavedSubmission } from "@/lib/storage/save-submission.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { readMutation } from "@/app/api/read-mutation.server";
import { refuse } from "@/app/api/refuse";
import { judgeSubmission } from "./judge-submission.server";

export const dynamic = "force-dynamic";

/** Room for 50,000 characters of any script and for the evidence. */
const LIMIT_BYTES = 256 * 1024;

/** Grades what a learner hands in and stores the verdict, once for each `submissionId`. */
export const POST = answering(async (request: Request) => {
  const { value: submission, refusal } = await readMutation(request, {
    schema: SubmissionRequest,
    limitBytes: LIMIT_BYTES,
  });
  if (refusal !== null) return refusal;
  const { learner, setCookie } = who(request, settings());
  const { submissionId: id, ...payload } = submission;
  noteIds(request, { submissionId: id });
  const claim = { id, learner, payloadHash: payloadHash(payload) };
  const db = await database();
  const found = await findSubmission(db, claim);
  if (found !== null) return answerTo(found, setCookie);

  const judged = await judgeSubmission(request, claim, submission);
  if ("refusal" in judged) return judged.refusal;
  const { exercise, language, code } = submission;
  const saved = await saveSubmission(db, { ...claim, ...judged, exercise, language, code, now: new Date() });
  return answerTo(saved, setCookie);
});

function answerTo(submission: SavedSubmission, setCookie: string | null): Response {
  metrics().submissions.inc({ result: submission.status });
  switch (submission.status) {
    case "foreign":
      return refuse(404, "There is no such submission of yours. Send it under a submissionId of its own.");
    case "changed":
      return refuse(
        409,
        "Something else was already sent under this submissionId, and it stays. Send this under a new one.",
      );
    case "saved":
    case "same": {
      const { status, verdict, trust } = submission;
      const headers = setCookie === null ? {} : { "set-cookie": setCookie };
      return Response.json({ verdict, trust }, { status: status === "saved" ? 201 : 200, headers });
    }
    default:
      return submission satisfies never;
  }
}
