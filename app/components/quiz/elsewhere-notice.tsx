import type { BegunElsewhere } from "@/lib/outbox/shared-attempt";
import styles from "./quiz-form.module.css";

/** What another device did at this quiz meanwhile, offered: nothing that is answered here is written over unasked. */
export function ElsewhereNotice({
  elsewhere: { attempt, at },
  onDecide,
}: {
  readonly elsewhere: BegunElsewhere;
  readonly onDecide: (decision: "take" | "keep") => void;
}) {
  const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const count = attempt === null ? 0 : Object.keys(attempt.answers).length;
  return (
    <div role="status" className={styles["elsewhere"]}>
      <p>
        {attempt === null
          ? `You handed this quiz in on another device, ${when}.`
          : `You went on with this quiz on another device, ${when}: ${count === 1 ? "one question is" : `${count} questions are`} answered there.`}
      </p>
      <div className={styles["end"]}>
        <button type="button" className={styles["quiet"]} onClick={() => onDecide("take")}>
          {attempt === null ? "Begin anew" : "Go on with those answers"}
        </button>
        <button type="button" className={styles["quiet"]} onClick={() => onDecide("keep")}>
          Keep these
        </button>
      </div>
    </div>
  );
}
