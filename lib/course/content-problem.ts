/** An author's mistake: where it is, what is wrong, and what to do about it. */
export type ContentProblem = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly problem: string;
  readonly remedy: string;
};

/** One line an editor can jump to: `content/…/lesson.mdx:14:3: No exercise "sum". Create exercises/sum/.` */
export const describeProblem = ({ file, line, column, problem, remedy }: ContentProblem) =>
  `${file}:${line}:${column}: ${problem} ${remedy}`;

/** Thrown where a course must be right to go on: it carries every mistake at once. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}
