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
  onMemory,
  onTimeline,
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
  readonly onMemory: () => void;
  readonly onTimeline: () => void;
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
      <Plain name="Stop" isDisabled={!isActive} onPress={onStop} />
      <Plain name="Reset" isDisabled={!canReset || isActive} onPress={onReset} />
      <Plain
        name="Time it"
        title="Runs it ten times, then counts its work"
        isDisabled={!isReady || isActive}
        onPress={onTimeIt}
      />
      <Plain
        name="Profile"
        title="Finds the functions and lines where the time goes"
        isDisabled={!isReady || isActive}
        onPress={onProfile}
      />
      <Plain
        name="Timeline"
        title="Shows which process, thread or task did what when, and what it waited for"
        isDisabled={!isReady || isActive}
        onPress={onTimeline}
      />
      <Plain
        name="Memory"
        title="Shows what it holds while it runs, and which lines asked for it"
        isDisabled={!isReady || isActive}
        onPress={onMemory}
      />
      {onUndoReset !== null && <Plain name="Undo reset" isDisabled={false} onPress={onUndoReset} />}
      {children}
    </div>
  );
}

/** A button of a cell that is not its first. */
export function Plain({
  name,
  title,
  isDisabled,
  onPress,
}: {
  readonly name: string;
  readonly title?: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={styles["plain"]} disabled={isDisabled} onClick={onPress} title={title}>
      {name}
    </button>
  );
}
