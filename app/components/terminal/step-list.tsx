import styles from "@/app/components/exercise/check-list.module.css";
import type { TerminalStanding } from "@/lib/run/terminal-evidence";
import type { MistakeView, StepView } from "./terminal";

/** What is to be reached on the machine, what was, and what went wrong. */
export function StepList({
  steps,
  standing,
  told,
  verdict,
  notice,
}: {
  readonly steps: readonly StepView[];
  readonly standing: TerminalStanding | null;
  readonly told: readonly Pick<MistakeView, "id" | "messageHtml">[];
  readonly verdict: "passed" | "failed" | null;
  readonly notice: string;
}) {
  return (
    <div className={styles["checks"]}>
      <p className={styles["heading"]}>Checks</p>
      <ul aria-label="Checks" aria-live="polite">
        {steps.map(({ id, nameHtml }) => (
          <Step key={id} nameHtml={nameHtml} isReached={standing?.[id] !== undefined} />
        ))}
      </ul>
      <div aria-live="polite">
        {told.length > 0 && (
          <>
            <p className={styles["heading"]}>Look again</p>
            <ul aria-label="Look again">
              {told.map(({ id, messageHtml }) => (
                <li key={id} data-outcome="failed" className={styles["item"]}>
                  <span className={styles["mark"]} aria-hidden="true">
                    !
                  </span>
                  <span dangerouslySetInnerHTML={{ __html: messageHtml }} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p role="status" className={styles["verdict"]} data-outcome={verdict ?? undefined}>
        {verdict !== null && (verdict === "passed" ? "Passed. " : "Not passed yet. ")}
        {notice}
      </p>
    </div>
  );
}

function Step({ nameHtml, isReached }: { readonly nameHtml: string; readonly isReached: boolean }) {
  return (
    <li data-outcome={isReached ? "passed" : "waiting"} className={styles["item"]}>
      <span className={styles["mark"]} aria-hidden="true">
        {isReached ? "✓" : "○"}
      </span>
      <div>
        <span className="visually-hidden">{isReached ? "Reached: " : "Not yet: "}</span>
        <span dangerouslySetInnerHTML={{ __html: nameHtml }} />
      </div>
    </li>
  );
}
