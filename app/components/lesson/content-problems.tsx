import { describeProblem, type ContentProblem } from "@/lib/course/content-problem";
import styles from "./content-problems.module.css";

/** What an author sees in `npm run dev` instead of a page that cannot be made. */
export function ContentProblems({ problems }: { readonly problems: readonly ContentProblem[] }) {
  return (
    <main id="main" className={styles["overlay"]} role="alert">
      <h1>{problems.length === 1 ? "One mistake" : `${problems.length} mistakes`} in the course</h1>
      <ol>
        {problems.map((problem) => (
          <li key={describeProblem(problem)}>
            <code>
              {problem.file}:{problem.line}:{problem.column}
            </code>
            <p>{problem.problem}</p>
            <p>{problem.remedy}</p>
          </li>
        ))}
      </ol>
      <p>Save the mended file and this page comes back by itself.</p>
    </main>
  );
}
