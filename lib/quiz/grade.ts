import type { Question } from "./question";
import { type QuestionOutcome, type QuestionVerdict, RUBRIC_VERSION, type Verdict } from "./verdict";

/** The ids of the chosen options, by the question's id. A question without an entry is unanswered. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/**
 * What the answers earn. A single choice earns 1 or 0; a multiple choice earns
 * (right chosen − wrong chosen) / right options, and at least 0.
 */
export function gradeQuiz(questions: readonly Question[], answers: Answers): Verdict {
  const verdicts = questions.map((question) => gradeQuestion(question, answers.get(question.id) ?? []));
  return {
    rubricVersion: RUBRIC_VERSION,
    score: inHundredths(verdicts.reduce((sum, { points }) => sum + points, 0)),
    outOf: verdicts.length,
    questions: verdicts,
  };
}

function gradeQuestion({ id, options }: Question, chosen: readonly string[]): QuestionVerdict {
  const right = options.filter((option) => option.right).map((option) => option.id);
  const rightChosen = chosen.filter((option) => right.includes(option)).length;
  const wrongChosen = chosen.length - rightChosen;
  const points = inHundredths(Math.max(0, (rightChosen - wrongChosen) / right.length));
  return { id, outcome: outcomeOf(points, chosen), points, chosen: [...chosen], right };
}

function outcomeOf(points: number, chosen: readonly string[]): QuestionOutcome {
  if (chosen.length === 0) return "unanswered";
  if (points === 1) return "right";
  return points === 0 ? "wrong" : "partly";
}

const inHundredths = (points: number) => Math.round(points * 100) / 100;
