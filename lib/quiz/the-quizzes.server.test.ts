import { expect, test } from "vitest";
import { describeProblem } from "@/lib/course/content-problem";
import { readQuizFolder } from "./read-quiz-folder.server";

test("every quiz of the course is right", async () => {
  const entries = await readQuizFolder("quizzes");
  expect(entries.flatMap(({ problems }) => problems).map(describeProblem)).toEqual([]);
});
