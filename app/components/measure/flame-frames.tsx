import { memo } from "react";
import type { Flame } from "@/lib/measure/flame-layout";
import styles from "./flame-graph.module.css";

const FRAME_PX = 20;
const GAP_PX = 1;
const LETTER_PX = 7;
const PADDING_PX = 5;
const TONES = 4;

/** The frames of a flame graph as a picture. */
export const FlameFrames = memo(function FlameFrames({
  flames,
  widthPx,
  marked,
  current,
  isBuiltIn,
  onCurrent,
  onZoom,
}: {
  readonly flames: readonly Flame[];
  readonly widthPx: number;
  /** What a search has found; null while nothing is searched for. */
  readonly marked: ReadonlySet<number> | null;
  readonly current: number | null;
  readonly isBuiltIn: (node: number) => boolean;
  readonly onCurrent: (node: number) => void;
  readonly onZoom: (node: number) => void;
}) {
  const depth = Math.max(0, ...flames.map((flame) => flame.depth)) + 1;
  return (
    <svg width={widthPx} height={depth * FRAME_PX} role="img" aria-label="Flame graph">
      {flames.map((flame) => {
        const x = flame.from * widthPx;
        const width = Math.max(0.5, (flame.to - flame.from) * widthPx - GAP_PX);
        const letters = Math.floor((width - 2 * PADDING_PX) / LETTER_PX);
        return (
          <g
            key={flame.node}
            className={styles["frame"]}
            data-tone={isBuiltIn(flame.node) ? "built-in" : toneOf(flame.label)}
            data-above={flame.isAboveZoom || undefined}
            data-marked={marked?.has(flame.node)}
            data-current={flame.node === current || undefined}
            transform={`translate(${x.toFixed(2)} ${flame.depth * FRAME_PX})`}
            onPointerEnter={() => onCurrent(flame.node)}
            onClick={() => onZoom(flame.node)}
          >
            <rect width={width} height={FRAME_PX - GAP_PX} rx={2} />
            {letters > 1 && (
              <text x={PADDING_PX} y={14}>
                {shortened(flame.label, letters)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});

const shortened = (label: string, letters: number) =>
  label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;

/** The same function has the same tone wherever it stands. */
const toneOf = (label: string) =>
  Array.from(label).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES;
