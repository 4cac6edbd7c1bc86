import { checkContent } from "./check-content.server";
import { describeProblem } from "./content-problem";
import { checkQuizzes } from "../quiz/read-quiz.server";

/** `npm run check` and the build: every mistake in course and quizzes at once, as lines an editor can jump to. */
const problems = [...(await checkContent()), ...(await checkQuizzes())];
for (const problem of problems) console.error(describeProblem(problem));
if (problems.length > 0) {
  console.error(`\n${problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`} in the course.`);
  process.exitCode = 1;
}
