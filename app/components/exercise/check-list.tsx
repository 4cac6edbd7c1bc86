import type { CheckVerdict, GrowthVerdict, WorkVerdict } from "@/lib/grading/exercise-verdict";
import { isRunCase, isTestCase } from "@/lib/run/check-case";
import styles from "./check-list.module.css";
import type { Checked, ExerciseCheckView, GrowthView, WorkView } from "./use-check";

type Outcome = CheckVerdict["outcome"] | "waiting";
const marks: Record<Outcome, { symbol: string; word: string }> = {
  passed: { symbol: "✓", word: "Passed" },
  failed: { symbol: "✗", word: "Failed" },
  "not-run": { symbol: "–", word: "Not run" },
  waiting: { symbol: "○", word: "Not checked yet" },
};

/** What the exercise asks and how the last check went. */
export function CheckList({
  checks,
  hidden,
  hasHiddenChecks,
  work,
  growth,
  checked,
  isStale,
  notice,
}: {
  readonly checks: readonly ExerciseCheckView[];
  readonly hidden: readonly ExerciseCheckView[];
  readonly hasHiddenChecks: boolean;
  readonly work: WorkView | null;
  readonly growth: GrowthView | null;
  readonly checked: Checked | null;
  /** The code has changed since. */
  readonly isStale: boolean;
  readonly notice: string;
}) {
  const verdictOf = (id: string) => checked?.verdict.checks.find((check) => check.id === id);
  return (
    <div className={styles["checks"]}>
      <p className={styles["heading"]}>Checks</p>
      <ul aria-label="Checks">
        {[...checks, ...hidden].map((check) => {
          const verdict = verdictOf(check.id);
          return (
            <Item
              key={check.id}
              nameHtml={check.nameHtml}
              isSentence={isTestCase(check) || isRunCase(check)}
              outcome={verdict?.outcome ?? "waiting"}
              message={verdict?.message ?? null}
            />
          );
        })}
        {hasHiddenChecks && hidden.length === 0 && (
          <li className={styles["more"]}>More checks come when you press Check.</li>
        )}
        {work !== null && <Counted nameHtml={work.nameHtml} verdict={checked?.verdict.work ?? null} />}
        {growth !== null && <Counted nameHtml={growth.nameHtml} verdict={checked?.verdict.growth ?? null} />}
      </ul>
      <p role="status" className={styles["verdict"]} data-outcome={checked?.verdict.outcome}>
        {checked !== null && (checked.verdict.outcome === "passed" ? "Passed. " : "Not passed yet. ")}
        {isStale && "You have changed the code since. "}
        {notice}
      </p>
    </div>
  );
}

function Item({
  nameHtml,
  isSentence,
  outcome,
  message,
}: {
  readonly nameHtml: string;
  /** The message is prose, not values as the language writes them. */
  readonly isSentence: boolean;
  readonly outcome: Outcome;
  readonly message: string | null;
}) {
  const { symbol, word } = marks[outcome];
  return (
    <li data-outcome={outcome} className={styles["item"]}>
      <span className={styles["mark"]} aria-hidden="true">
        {symbol}
      </span>
      <div>
        <span className="visually-hidden">{word}: </span>
        <span dangerouslySetInnerHTML={{ __html: nameHtml }} />
        {message !== null && <p className={styles[isSentence ? "sentence" : "message"]}>{message}</p>}
      </div>
    </li>
  );
}

/** A criterion about counted work. */
function Counted({
  nameHtml,
  verdict,
}: {
  readonly nameHtml: string;
  readonly verdict: WorkVerdict | GrowthVerdict | null;
}) {
  return (
    <Item nameHtml={nameHtml} isSentence outcome={outcomeOf(verdict)} message={verdict?.message ?? null} />
  );
}

const outcomeOf = (counted: WorkVerdict | GrowthVerdict | null): Outcome => {
  if (counted === null) return "waiting";
  if (counted.outcome === "not-counted") return "not-run";
  return counted.outcome === "passed" ? "passed" : "failed";
};
