import type { CheckVerdict, WorkVerdict } from "@/lib/grading/exercise-verdict";
import { isTestCase } from "@/lib/run/check-case";
import styles from "./check-list.module.css";
import type { Checked, ExerciseCheckView, WorkView } from "./use-check";

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
  checked,
  isStale,
  notice,
}: {
  readonly checks: readonly ExerciseCheckView[];
  readonly hidden: readonly ExerciseCheckView[];
  readonly hasHiddenChecks: boolean;
  readonly work: WorkView | null;
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
              isSentence={isTestCase(check)}
              outcome={verdict?.outcome ?? "waiting"}
              message={verdict?.message ?? null}
            />
          );
        })}
        {hasHiddenChecks && hidden.length === 0 && (
          <li className={styles["more"]}>More checks come when you press Check.</li>
        )}
        {work !== null && (
          <Item
            nameHtml={work.nameHtml}
            isSentence={false}
            outcome={workOutcome(checked?.verdict.work ?? null)}
            message={workMessage(checked?.verdict.work ?? null, work)}
          />
        )}
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

function workOutcome(work: WorkVerdict | null): Outcome {
  if (work === null) return "waiting";
  if (work.outcome === "not-counted") return "not-run";
  return work.outcome === "passed" ? "passed" : "failed";
}

function workMessage(work: WorkVerdict | null, { atMost }: WorkView): string | null {
  if (work === null) return null;
  if (work.outcome === "not-counted") return "Work is counted once all other checks pass.";
  const { count, starterCount, unit, share } = work;
  if (count === null || starterCount === null || share === null || unit === null) return null;
  const counts = `${count.toLocaleString("en")} of the starter's ${starterCount.toLocaleString("en")} ${unit} (counted): ${percent(share)}`;
  if (work.outcome === "other-result")
    return `${counts}. But the counted call gave another result than the starter does.`;
  if (work.outcome === "cannot-be-counted")
    return `${counts}. That is too little to be true: the work is done where it cannot be counted.`;
  return work.outcome === "passed" ? `${counts}.` : `${counts}; the target is at most ${percent(atMost)}.`;
}

const percent = (share: number) => `${(share * 100).toLocaleString("en", { maximumSignificantDigits: 2 })} %`;
