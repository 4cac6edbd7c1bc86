import type { ContentProblem } from "./content-problem";
import type { ExerciseFile } from "./exercise";

/** What is wrong between an exercise's checks with `test` and its `check.py`, or with there being none. */
export function checkScriptProblems({
  exercise: { checks },
  checkCode,
  file,
  locate,
}: {
  exercise: ExerciseFile;
  checkCode: string | null;
  file: string;
  locate: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
}): ContentProblem[] {
  return checks.flatMap((check, index) => {
    if (!("test" in check)) return [];
    const { id, test } = check;
    const place = { file, ...locate(["checks", index, "test"]) };
    if (checkCode === null)
      return [
        {
          ...place,
          problem: `The check "${id}" is a test, and there is no check.py.`,
          remedy: `Write def ${test}(attempt) in check.py beside this file.`,
        },
      ];
    if (defines(checkCode, test)) return [];
    return [
      {
        ...place,
        problem: `There is no function ${test} in check.py.`,
        remedy: `Write def ${test}(attempt) there or correct the name.`,
      },
    ];
  });
}

const defines = (code: string, name: string) => new RegExp(`^def ${name}\\(`, "m").test(code);
