import { metrics } from "@/lib/operating/metrics.server";
import { noteIds } from "@/lib/operating/request-log.server";
import { unsealed } from "@/lib/learner/signed.server";
import { who } from "@/lib/learner/who.server";
import { answerProblem } from "@/lib/quiz/answer-problem";
import { AttemptRequest } from "@/lib/quiz/attempt-request";
import { Drawn } from "@/lib/quiz/drawn";
import { gradeQuiz } from "@/lib/quiz/grade";
import type { Quiz } from "@/lib/quiz/quiz";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import { triesProblem } from "@/lib/quiz/tries-problem";
import { viewVerdict } from "@/lib/quiz/view-verdict.server";
import { database } from "@/lib/storage/database.server";
import { findAttempt } from "@/lib/storage/find-attempt.server";
import { payloadHash } from "@/lib/storage/payload-hash.server";
import { type QuizTries, quizTries } from "@/lib/storage/quiz-history.server";
import { saveAttempt, type SavedAttempt } from "@/lib/storage/save-attempt.server";
import { saveCountedAttempt } from "@/lib/storage/save-counted-attempt.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";
import { readMutation } from "@/app/api/read-mutation.server";
import { refuse } from "@/app/api/refuse";
import { codeEvidence } from "./code-evidence.server";

export const dynamic = "force-dynamic";

const LIMIT_BYTES = 64 * 1024;

/** Grades an attempt and stores it, once for each `attemptId` however often it is sent. */
export const POST = answering(async (request: Request) => {
  const { value: attempt, refusal } = await readMutation(request, {
    schema: AttemptRequest,
    limitBytes: LIMIT_BYTES,
  });
  if (refusal !== null) return refusal;
  const { learner, setCookie } = who(request, settings());
  const { attemptId: id, ...payload } = attempt;
  noteIds(request, { attemptId: id });
  const claim = { id, learner, payloadHash: payloadHash(payload) };
  const quiz = await readQuiz(attempt.quiz);
  const db = await database();
  const found = await findAttempt(db, claim);
  if (found !== null) return answerTo(found, { quiz, setCookie });

  const { secretKeys: keys } = settings();
  const drawn = unsealed(attempt.drawn, { purpose: "draw", keys, schema: Drawn });
  if (drawn?.quiz !== attempt.quiz)
    return refuse(400, "These questions were not drawn here for this quiz. Draw new ones and answer those.");
  if (quiz === null) return refuse(400, "This quiz does not exist any more. Choose one on the course page.");
  const answers = new Map(Object.entries(attempt.answers));
  const questions = questionsOf(quiz, drawn, answers);
  if (questions.length === 0)
    return refuse(400, "None of these questions exists any more. Draw new ones and answer those.");
  if (drawn.mode === "practice" && answers.size > 1)
    return refuse(400, "Practice takes one question at a time. Send the answer to each by itself.");
  const problem = answerProblem(questions, { asked: drawn.questionIds, answers });
  if (problem !== null) return refuse(400, problem);
  const counts = drawn.mode === "quiz" && (quiz.passPercent !== undefined || quiz.tries !== undefined);
  const closedBy = (tries: QuizTries) => closedProblem(tries, { quiz, drawn });
  const closed = counts ? closedBy(await quizTries(db, { learner, quiz: drawn.quiz })) : null;
  if (closed !== null) return refuse(closed.status, closed.message);
  const ran = await codeEvidence(request, { attemptId: id, questions, answers });
  if ("refusal" in ran) return ran.refusal;

  const graded = {
    ...claim,
    quiz: attempt.quiz,
    drawId: drawn.id,
    mode: drawn.mode,
    answers: attempt.answers,
    verdict: gradeQuiz(questions, answers, ran.evidence),
    now: new Date(),
  };
  // Others may have come while this one was graded.
  const saved = await (counts
    ? saveCountedAttempt(db, { attempt: graded, closedBy })
    : saveAttempt(db, graded));
  if (saved.status === "closed") return refuse(saved.reason.status, saved.reason.message);
  return answerTo(saved, { quiz, setCookie });
});

/** What is graded: all that was drawn, and in practice the one that was answered. */
const questionsOf = (
  { questions }: Quiz,
  { questionIds, mode }: Drawn,
  answers: ReadonlyMap<string, unknown>,
) => questions.filter(({ id }) => questionIds.includes(id) && (mode === "quiz" || answers.has(id)));

/** Where it counts, a quiz has an end to its tries, and questions whose answers were told are not asked again. */
function closedProblem(
  { tries, drawIds }: QuizTries,
  { quiz, drawn }: { quiz: Quiz; drawn: Drawn },
): { readonly status: number; readonly message: string } | null {
  if (drawIds.has(drawn.id))
    return {
      status: 409,
      message: "These questions were handed in before, and that verdict stays. Draw new ones.",
    };
  const problem = triesProblem(quiz, tries);
  return problem === null ? null : { status: 403, message: problem };
}

async function answerTo(
  attempt: SavedAttempt,
  { quiz, setCookie }: { quiz: Quiz | null; setCookie: string | null },
): Promise<Response> {
  metrics().attempts.inc({ result: attempt.status });
  switch (attempt.status) {
    case "foreign":
      return refuse(404, "There is no such attempt of yours. Send it under an attemptId of its own.");
    case "changed":
      return refuse(
        409,
        "Other answers were already sent under this attemptId, and they stay. Send these under a new one.",
      );
    case "saved":
    case "same": {
      const headers = setCookie === null ? {} : { "set-cookie": setCookie };
      const status = attempt.status === "saved" ? 201 : 200;
      return Response.json({ verdict: await viewVerdict(attempt.verdict, quiz) }, { status, headers });
    }
    default:
      return attempt satisfies never;
  }
}
