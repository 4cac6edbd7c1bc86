import { memo, type MouseEvent } from "react";
import type { Flame } from "@/lib/measure/flame-layout";
import { flameAt, FRAME_PX, placeOf } from "./flame-geometry";
import styles from "./flame-graph.module.css";

const LETTER_PX = 7;
const PADDING_PX = 5;
const TONES = 4;

/** The frames of a flame graph as a picture; which of them is read now is drawn over them. */
export function FlameFrames({
  flames,
  widthPx,
  marked,
  current,
  builtIns,
  onCurrent,
  onZoom,
}: {
  readonly flames: readonly Flame[];
  readonly widthPx: number;
  /** What a search has found; null while nothing is searched for. */
  readonly marked: ReadonlySet<number> | null;
  readonly current: Flame | null;
  /** The nodes that are no calls of the learner's functions. */
  readonly builtIns: ReadonlySet<number>;
  readonly onCurrent: (node: number) => void;
  readonly onZoom: (node: number) => void;
}) {
  const depth = flames.reduce((deepest, flame) => Math.max(deepest, flame.depth), 0) + 1;
  const pointedAt = ({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return flameAt(flames, { xPx: clientX - left, yPx: clientY - top, widthPx });
  };
  return (
    <svg
      width={widthPx}
      height={depth * FRAME_PX}
      role="img"
      aria-label="Flame graph"
      className={styles["frames"]}
      onPointerMove={(event) => {
        const flame = pointedAt(event);
        if (flame !== null && flame.node !== current?.node) onCurrent(flame.node);
      }}
      onClick={(event) => {
        const flame = pointedAt(event);
        if (flame !== null) onZoom(flame.node);
      }}
    >
      <AllFrames flames={flames} widthPx={widthPx} marked={marked} builtIns={builtIns} />
      {current !== null && <rect className={styles["current-frame"]} {...placeOf(current, widthPx)} rx={2} />}
    </svg>
  );
}

/** Frames that look alike are one element: thousands would be slow to make and to draw. */
const AllFrames = memo(function AllFrames({
  flames,
  widthPx,
  marked,
  builtIns,
}: {
  readonly flames: readonly Flame[];
  readonly widthPx: number;
  readonly marked: ReadonlySet<number> | null;
  readonly builtIns: ReadonlySet<number>;
}) {
  const looks = new Map<string, { tone: string; isAbove: boolean; isMarked: boolean | null; path: string }>();
  const labels: { node: number; x: number; y: number; text: string; isFaint: boolean }[] = [];
  for (const flame of flames) {
    const { x, y, width, height } = placeOf(flame, widthPx);
    const tone = builtIns.has(flame.node) ? "built-in" : `${toneOf(flame.label)}`;
    const isAbove = flame.isAboveZoom;
    const isMarked = marked?.has(flame.node) ?? null;
    const key = `${tone} ${isAbove} ${isMarked}`;
    const look = looks.get(key) ?? { tone, isAbove, isMarked, path: "" };
    look.path += `M${x.toFixed(2)},${y}h${width.toFixed(2)}v${height}h${(-width).toFixed(2)}Z`;
    looks.set(key, look);
    const letters = Math.floor((width - 2 * PADDING_PX) / LETTER_PX);
    if (letters > 1)
      labels.push({
        node: flame.node,
        x: x + PADDING_PX,
        y: y + 14,
        text: shortened(flame.label, letters),
        isFaint: isAbove || isMarked === false,
      });
  }
  return (
    <>
      {Array.from(looks, ([key, { tone, isAbove, isMarked, path }]) => (
        <path
          key={key}
          className={styles["frame"]}
          data-tone={tone}
          data-above={isAbove || undefined}
          data-marked={isMarked ?? undefined}
          d={path}
        />
      ))}
      {labels.map(({ node, x, y, text, isFaint }) => (
        <text key={node} x={x} y={y} data-faint={isFaint || undefined}>
          {text}
        </text>
      ))}
    </>
  );
});

const shortened = (label: string, letters: number) =>
  label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;

/** The same function has the same tone wherever it stands. */
const toneOf = (label: string) =>
  Array.from(label).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES;
