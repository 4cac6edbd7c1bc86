import type { CaseEvidence } from "@/lib/run/evidence";
import { earnedBy } from "./earned";
import { isAnswered } from "./is-answered";
import type { Question } from "./question";
import { type QuestionOutcome, type QuestionVerdict, RUBRIC_VERSION, type Verdict } from "./verdict";

/** What was answered, by the question's id: ids of options, or one text. A question without an entry is unanswered. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** What came of running the answers that are code, by the question's id. */
export type CodeEvidence = ReadonlyMap<string, readonly CaseEvidence[]>;

/** What the answers earn: at most one point a question. */
export function gradeQuiz(
  questions: readonly Question[],
  answers: Answers,
  evidence: CodeEvidence = new Map(),
): Verdict {
  const verdicts = questions.map((question) =>
    gradeQuestion(question, answers.get(question.id) ?? [], evidence.get(question.id)),
  );
  return {
    rubricVersion: RUBRIC_VERSION,
    score: inHundredths(verdicts.reduce((sum, { points }) => sum + points, 0)),
    outOf: verdicts.length,
    questions: verdicts,
  };
}

/**
 * A stored verdict's evidence, to grade the same answers again.
 *
 * @internal for tests
 */
export const evidenceOf = ({ questions }: Verdict): CodeEvidence =>
  new Map(questions.flatMap(({ id, cases }) => (cases === undefined ? [] : [[id, cases]])));

function gradeQuestion(
  question: Question,
  chosen: readonly string[],
  cases: readonly CaseEvidence[] | undefined,
): QuestionVerdict {
  const earned = earnedBy(question, chosen, cases ?? []);
  const points = isAnswered(chosen) ? inHundredths(earned.points) : 0;
  return {
    id: question.id,
    outcome: outcomeOf(points, chosen),
    points,
    chosen: [...chosen],
    right: [...earned.right],
    ...(cases !== undefined && { cases: [...cases] }),
  };
}

function outcomeOf(points: number, chosen: readonly string[]): QuestionOutcome {
  if (!isAnswered(chosen)) return "unanswered";
  if (points === 1) return "right";
  return points === 0 ? "wrong" : "partly";
}

const inHundredths = (points: number) => Math.round(points * 100) / 100;
