import type { FoundExercise } from "@/lib/course/find-exercise.server";
import { growthCase } from "@/lib/course/growth-case";
import { caseOf } from "@/lib/run/check-case";
import type { Language } from "@/lib/run/language";
import { languages } from "@/lib/run/language-names";
import { starterToRun } from "@/lib/run/starter-to-run";

/** The languages whose programs the server runs again. */
type VerifiedLanguage = Exclude<Language, "python">;

/** A learner's file in JavaScript or TypeScript with all that its exercise asks of it, hidden checks too. */
export function programToVerify(
  { id, exercise, starters, files, checkCodes }: FoundExercise,
  code: string,
  { language, seed }: { language: VerifiedLanguage; seed: number },
) {
  const { checks, work, growth, limits, machine } = exercise;
  const checkCode = checkCodes[language];
  // The page shows the starter, and sends it, without its last line's end.
  const starter = (starters[language] ?? "").trimEnd();
  const cases = checks.map(caseOf);
  return {
    program: { path: `${id}.${languages[language].extension}`, code },
    checks: {
      cases,
      ...starterToRun(cases, starter),
      script: checkCode === undefined ? null : { code: checkCode, seed },
      work: work === undefined ? null : { call: work.call, arguments: work.arguments, starter },
      ...(growth !== undefined && { growth: growthCase(growth, starter) }),
    },
    files: [...files],
    settings: machine,
    limits,
  };
}
