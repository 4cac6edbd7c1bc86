import styles from "./draft-notice.module.css";
import type { DraftQuestion } from "./use-draft";

const told: Record<DraftQuestion["by"], string> = {
  "another tab": "This code was changed in another tab",
  "another device": "This code was changed on another device",
  "the author": "The author has changed this code since you began with it",
};

/** A newer code than the one that is shown, offered: whichever is not taken stays in the history. */
export function DraftNotice({
  question: { by, code, at },
  onDecide,
}: {
  readonly question: DraftQuestion;
  readonly onDecide: (decision: "take" | "keep") => void;
}) {
  return (
    <div role="status" className={styles["notice"]}>
      <p>
        {told[by]}
        {at !== null && `, ${new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })}`}.
        Whichever you do not go on with stays in the history.
      </p>
      <details>
        <summary>Show that code</summary>
        <pre tabIndex={0} aria-label="The other code">
          <code>{code}</code>
        </pre>
      </details>
      <div className={styles["actions"]}>
        <button type="button" onClick={() => onDecide("take")}>
          Take it
        </button>
        <button type="button" onClick={() => onDecide("keep")}>
          Keep mine
        </button>
      </div>
    </div>
  );
}
