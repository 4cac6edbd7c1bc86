import { afterAll, describe, expect, test } from "vitest";
import { gradeQuiz } from "@/lib/quiz/grade";
import type { Question } from "@/lib/quiz/question";
import { readQuizFolder } from "@/lib/quiz/read-quiz-folder.server";
import { closeVerifier } from "@/lib/verify/verify-program.server";
import { codeEvidence } from "./code-evidence.server";

afterAll(closeVerifier);

/** What the author says is right, as a learner would send it. */
function keyOf(question: Question): string[] {
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.options.filter(({ right }) => right).map(({ id }) => id);
    case "true-or-false":
      return [String(question.right)];
    case "numeric":
    case "measured":
      return [String(question.right)];
    case "text":
      return question.accepted.slice(-1);
    case "ordering":
      return question.items.map(({ id }) => id);
    case "parsons":
      return question.lines.map(({ id }) => id);
    case "matching":
      return question.rows.map(({ match }) => match);
    case "fill-in":
      return [question.solution];
    default:
      return question satisfies never;
  }
}

const grade = async (questions: readonly Question[], answers: ReadonlyMap<string, string[]>) => {
  const request = new Request("http://localhost:3000");
  const ran = await codeEvidence(request, { attemptId: "bank", questions, answers });
  if ("refusal" in ran) throw new Error(await ran.refusal.text());
  return gradeQuiz(questions, answers, ran.evidence);
};

const entries = await readQuizFolder("quizzes");

describe.each(entries)("the quiz of $module", ({ quiz }) => {
  const questions = quiz?.questions ?? [];

  test("gives a whole point for the key of every question, code by running it", async () => {
    const verdict = await grade(
      questions,
      new Map(questions.map((question) => [question.id, keyOf(question)])),
    );
    expect(verdict.questions.filter(({ outcome }) => outcome !== "right").map(({ id }) => id)).toEqual([]);
  });

  test("gives nothing for code that does nothing", async () => {
    const code = questions.filter(({ kind }) => kind === "fill-in");
    const verdict = await grade(code, new Map(code.map(({ id }) => [id, ["undefined"]])));
    expect(verdict.score).toBe(0);
  });

  test("has at least two questions for each subject, so that two draws in a row can differ", () => {
    const tags = Map.groupBy(
      questions.flatMap(({ tags }) => tags),
      (tag) => tag,
    );
    expect([...tags].filter(([, uses]) => uses.length < 2).map(([tag]) => tag)).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(2 * (quiz?.draw ?? 0));
  });
});
