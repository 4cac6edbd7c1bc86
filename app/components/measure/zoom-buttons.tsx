import { formatMs } from "@/app/components/cell/run-sentences";
import { isWhole, windowByKey, type TimeWindow } from "./time-window";
import styles from "./timeline.module.css";

const BUTTONS = [
  { name: "Earlier", sign: "←", key: "a" },
  { name: "Zoom out", sign: "−", key: "-" },
  { name: "Zoom in", sign: "+", key: "+" },
  { name: "Later", sign: "→", key: "d" },
] as const;

/** What the keys do to the stretch of time that is shown, for a pointer; and which stretch that is. */
export function ZoomButtons({
  window,
  endMs,
  aroundMs,
  onWindow,
}: {
  readonly window: TimeWindow;
  readonly endMs: number;
  /** What zooming keeps in its place. */
  readonly aroundMs: number;
  readonly onWindow: (window: TimeWindow) => void;
}) {
  const all = isWhole(window, endMs);
  return (
    <div role="group" aria-label="Zoom" className={styles["zoom"]}>
      {BUTTONS.map(({ name, sign, key }) => {
        const next = windowByKey(window, { key, shiftKey: false }, { aroundMs, endMs });
        const changes = next !== null && (next.fromMs !== window.fromMs || next.toMs !== window.toMs);
        return (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={name}
            // A button that is pressed again and again keeps the focus at its end.
            aria-disabled={!changes}
            onClick={() => next !== null && changes && onWindow(next)}
          >
            {sign}
          </button>
        );
      })}
      <button type="button" aria-disabled={all} onClick={() => all || onWindow({ fromMs: 0, toMs: endMs })}>
        Whole run
      </button>
      <span aria-live="polite">
        {all ? "" : `${formatMs(window.fromMs)} to ${formatMs(window.toMs)} of ${formatMs(endMs)}`}
      </span>
    </div>
  );
}
