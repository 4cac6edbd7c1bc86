import { checkContent, checkRecords } from "./check-content.server";
import { describeProblem } from "./content-problem";

/**
 * Every mistake in course and quizzes at once, as lines an editor can jump to. With `--records` (not for the build, which
 * recording needs) out-of-date recorded outputs count as mistakes.
 */
const problems = [...(await checkContent())];
if (problems.length === 0 && process.argv.includes("--records")) problems.push(...(await checkRecords()));
for (const problem of problems) console.error(describeProblem(problem));
if (problems.length > 0) {
  console.error(`\n${problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`} in the course.`);
  process.exitCode = 1;
}
