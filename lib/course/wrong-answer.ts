import type { Language } from "@/lib/run/language";
import type { ContentProblem } from "./content-problem";

/** What a wrong answer's first lines promise: `# fails: <check>: <a part of what it then says>`, elsewhere `// fails: …`. */
export type PromisedFailure = { readonly check: string; readonly message: string };

/** One of an exercise's `wrong/*`: a plausible mistake, and what the learner who makes it must be told. */
export type WrongAnswer = {
  /** As authors know it, from the project's root. */
  readonly file: string;
  readonly language: Language;
  readonly code: string;
  readonly fails: readonly PromisedFailure[];
};

const PROMISE = /^(?:#|\/\/) fails: ([a-z0-9-]+): (\S.*)$/;
const comments = { python: "#", javascript: "//", typescript: "//" } satisfies Record<Language, string>;

/** Reads what a wrong answer promises; `canFail` knows the exercise's checks. */
export function readWrongAnswer({
  file,
  language,
  code,
  canFail,
}: {
  file: string;
  language: Language;
  code: string;
  canFail: (check: string) => boolean;
}): { answer: WrongAnswer; problems: readonly ContentProblem[] } {
  const mark = comments[language];
  const remedy = `Write it as: ${mark} fails: <check>: <a part of what the learner is told>.`;
  const fails: PromisedFailure[] = [];
  const problems: ContentProblem[] = [];
  const report = (line: number, problem: string, remedy: string) =>
    problems.push({ file, line, column: 1, problem, remedy });
  for (const [index, line] of code.split(/\r?\n/).entries()) {
    if (!line.startsWith(`${mark} fails`)) break;
    const [, check, message] = PROMISE.exec(line.trimEnd()) ?? [];
    if (check === undefined || message === undefined)
      report(index + 1, "This line does not say what fails.", remedy);
    else if (canFail(check)) fails.push({ check, message });
    else report(index + 1, `There is no check "${check}".`, "Use an id of exercise.yaml, or work.");
  }
  if (fails.length === 0 && problems.length === 0)
    report(1, "The file does not begin with what fails.", remedy);
  return { answer: { file, language, code, fails }, problems };
}
