import "server-only";
import { filledIn } from "@/lib/quiz/fill-in";
import type { Answers, CodeEvidence } from "@/lib/quiz/grade";
import { isAnswered } from "@/lib/quiz/is-answered";
import type { Question } from "@/lib/quiz/question";
import type { CaseEvidence } from "@/lib/run/evidence";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { verifyOnce } from "@/app/api/verify-once.server";

// A line in a gap is quick; what takes longer never ends.
const TIMEOUT_MS = 2_000;

/** What the answers that are code do when they are run here, by the question's id, or why that cannot be said now. */
export async function codeEvidence(
  request: Request,
  { attemptId, questions, answers }: { attemptId: string; questions: readonly Question[]; answers: Answers },
): Promise<{ readonly evidence: CodeEvidence } | { readonly refusal: Response }> {
  const evidence = new Map<string, readonly CaseEvidence[]>();
  for (const question of questions) {
    const [part = ""] = answers.get(question.id) ?? [];
    if (question.kind !== "fill-in" || !isAnswered([part])) continue;
    const cases = question.checks.map(({ id, call, arguments: args, returns }) => ({
      id,
      call,
      arguments: args,
      returns,
    }));
    const verified = await verifyOnce(request, {
      key: `${attemptId} ${question.id} ${part}`,
      remedy: "Your answers are kept. Hand them in again in a moment.",
      program: {
        program: { path: "answer.js", code: filledIn(question, part) },
        checks: { cases, script: null, work: null },
        files: [],
        settings: MachineSettings.parse({}),
        limits: Limits.parse({ timeoutMs: TIMEOUT_MS }),
      },
    });
    if ("refusal" in verified) return verified;
    evidence.set(question.id, verified.evidence.cases);
  }
  return { evidence };
}
