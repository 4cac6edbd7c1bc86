import type { ReactNode } from "react";
import styles from "./run-buttons.module.css";

/** Run, Stop, Reset and the instruments: always there, disabled while they would do nothing. */
export function RunButtons({
  isReady,
  isActive,
  canReset,
  onRun,
  onStop,
  onReset,
  onUndoReset,
  onTimeIt,
  onProfile,
  children,
}: {
  readonly isReady: boolean;
  readonly isActive: boolean;
  readonly canReset: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
  readonly onUndoReset: (() => void) | null;
  readonly onTimeIt: () => void;
  readonly onProfile: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles["buttons"]}>
      <button
        type="button"
        className={styles["run"]}
        disabled={!isReady || isActive}
        onClick={onRun}
        title="Run (Ctrl+Enter in the editor)"
      >
        Run
      </button>
      <button type="button" className={styles["plain"]} disabled={!isActive} onClick={onStop}>
        Stop
      </button>
      <button type="button" className={styles["plain"]} disabled={!canReset || isActive} onClick={onReset}>
        Reset
      </button>
      <button
        type="button"
        className={styles["plain"]}
        disabled={!isReady || isActive}
        onClick={onTimeIt}
        title="Runs it ten times, then counts its work"
      >
        Time it
      </button>
      <button
        type="button"
        className={styles["plain"]}
        disabled={!isReady || isActive}
        onClick={onProfile}
        title="Finds the functions and lines where the time goes"
      >
        Profile
      </button>
      {onUndoReset !== null && (
        <button type="button" className={styles["plain"]} onClick={onUndoReset}>
          Undo reset
        </button>
      )}
      {children}
    </div>
  );
}
