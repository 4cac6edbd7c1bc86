import styles from "./engine-switch.module.css";

/** Whether Run means the course's own interpreter, which can be stopped and counted, or the browser's quicker engine. */
export function EngineSwitch({
  isOn,
  isDisabled,
  onChange,
}: {
  readonly isOn: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className={styles["switch"]}>
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      Run on this browser’s own engine
    </label>
  );
}
