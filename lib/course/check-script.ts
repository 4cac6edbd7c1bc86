import type { Language } from "@/lib/run/language";
import type { ContentProblem } from "./content-problem";
import type { ExerciseFile } from "./exercise";

/** The author's script by the language of the answers that it judges. */
export const checkScripts = {
  python: "check.py",
  javascript: "check.js",
  typescript: "check.js",
} satisfies Record<Language, string>;

/** What is wrong between an exercise's checks with `test` and its script in a language, or with there being none. */
export function checkScriptProblems({
  exercise: { checks },
  language,
  checkCode,
  file,
  locate,
}: {
  exercise: ExerciseFile;
  language: Language;
  checkCode: string | null;
  file: string;
  locate: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
}): ContentProblem[] {
  const script = checkScripts[language];
  const written = (test: string) => `${language === "python" ? "def" : "function"} ${test}(attempt)`;
  return checks.flatMap((check, index) => {
    if (!("test" in check)) return [];
    const { id, test } = check;
    const place = { file, ...locate(["checks", index, "test"]) };
    if (checkCode === null)
      return [
        {
          ...place,
          problem: `The check "${id}" is a test, and there is no ${script}.`,
          remedy: `Write ${written(test)} in ${script} beside this file.`,
        },
      ];
    if (defines(checkCode, test)) return [];
    return [
      {
        ...place,
        problem: `There is no function ${test} in ${script}.`,
        remedy: `Write ${written(test)} there or correct the name.`,
      },
    ];
  });
}

const defines = (code: string, name: string) =>
  new RegExp(`^(?:def|function|async function) ${name}\\(`, "m").test(code);
