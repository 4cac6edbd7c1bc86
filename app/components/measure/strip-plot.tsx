import type { Summary } from "@/lib/measure/summary";
import { formatMs } from "@/app/components/cell/run-sentences";
import styles from "./strip-plot.module.css";

export type Strip = {
  readonly name: string;
  readonly samplesMs: readonly number[];
  readonly summary: Extract<Summary, { kind: "summary" }>;
};

const SIDE = 8;
const STRIP_HEIGHT = 56;
const AXIS_HEIGHT = 24;
/** Dots that would lie on one another are spread over so many levels. */
const LEVELS = 5;
const ANCHORS = ["start", "middle", "end"] as const;

/** Every run a dot; the box holds the middle half, its line is the median. All versions share one axis. */
export function StripPlot({
  strips,
  label,
  widthPx,
}: {
  readonly strips: readonly Strip[];
  readonly label: string;
  readonly widthPx: number;
}) {
  const all = strips.flatMap(({ samplesMs }) => samplesMs);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const padding = Math.max((high - low) * 0.05, high * 0.01);
  const from = Math.max(0, low - padding);
  const to = high + padding;
  const x = (ms: number) => SIDE + ((ms - from) / (to - from)) * (widthPx - 2 * SIDE);
  const height = strips.length * STRIP_HEIGHT + AXIS_HEIGHT;
  return (
    <svg width={widthPx} height={height} role="img" aria-label={label}>
      {strips.map(({ name, samplesMs, summary }, index) => {
        const top = index * STRIP_HEIGHT;
        const middle = top + STRIP_HEIGHT / 2 + 7;
        return (
          <g key={name} className={styles["strip"]} data-version={index}>
            <text x={SIDE} y={top + 12}>
              {name}
            </text>
            <line className={styles["ground"]} x1={SIDE} x2={widthPx - SIDE} y1={middle} y2={middle} />
            <rect
              className={styles["box"]}
              x={x(summary.lowerQuartileMs)}
              width={Math.max(2, x(summary.upperQuartileMs) - x(summary.lowerQuartileMs))}
              y={middle - 13}
              height={26}
              rx={3}
            />
            {samplesMs.map((ms, run) => (
              // Runs have no identity but their place.
              <circle key={run} className={styles["dot"]} cx={x(ms)} cy={middle + levelOf(run)} r={3.5}>
                <title>{`Run ${run + 1}: ${formatMs(ms)}`}</title>
              </circle>
            ))}
            <line
              className={styles["median"]}
              x1={x(summary.medianMs)}
              x2={x(summary.medianMs)}
              y1={middle - 16}
              y2={middle + 16}
            />
          </g>
        );
      })}
      {[from, (from + to) / 2, to].map((ms, index) => (
        <text key={ms} x={x(ms)} y={height - 6} textAnchor={ANCHORS[index]}>
          {formatMs(ms)}
        </text>
      ))}
    </svg>
  );
}

const levelOf = (run: number) => ((run % LEVELS) - (LEVELS - 1) / 2) * 4;
