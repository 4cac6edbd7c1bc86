import type { FoundExercise } from "@/lib/course/find-exercise.server";
import { caseOf } from "@/lib/run/check-case";
import { languages } from "@/lib/run/language-names";

/** A learner's file in JavaScript with all that its exercise asks of it, hidden checks too. */
export function programToVerify(
  { id, exercise, starters, files, checkCodes }: FoundExercise,
  code: string,
  { seed }: { seed: number },
) {
  const { checks, work, limits, machine } = exercise;
  const checkCode = checkCodes.javascript;
  // The page shows the starter, and sends it, without its last line's end.
  const starter = (starters.javascript ?? "").trimEnd();
  return {
    program: { path: `${id}.${languages.javascript.extension}`, code },
    checks: {
      cases: checks.map(caseOf),
      script: checkCode === undefined ? null : { code: checkCode, seed },
      work: work === undefined ? null : { call: work.call, arguments: work.arguments, starter },
    },
    files: [...files],
    settings: machine,
    limits,
  };
}
