import { memo, useMemo, type PointerEvent } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import type { TimelineRow } from "@/lib/measure/timeline-layout";
import type { TimelineState } from "@/lib/run/timeline";
import {
  AXIS_PX,
  BAND_PX,
  LEGEND_PX,
  placeAt,
  placeRows,
  TASK_PX,
  type DrawnTimeline,
  type PlacedRow,
  type PlacedRows,
} from "./timeline-geometry";
import { partAt, type TimelinePlace } from "./timeline-place";
import styles from "./timeline.module.css";

const BOLD_LETTER_PX = 9;
const LETTER_PX = 6.6;
const TASK_LETTER_PX = 6.9;
const PADDING_PX = 4;
const INDENT_PX = 12;
const SAMPLE_PX = 20;
const LEGEND_STEP_PX = 130;
const NARROWEST_PX = 0.75;
const TICK_SHARES = [0, 0.25, 0.5, 0.75, 1];
const NARROW_TICK_SHARES = [0, 0.5, 1];
const NARROW_PX = 520;

/** How much of the band's height a state takes: what does nothing is thin, so that no colour is needed to see it. */
const HEIGHTS = { running: 1, waiting: 0.22, ready: 0.5, starting: 0.86 } satisfies Record<
  TimelineState,
  number
>;
const STATES = ["running", "waiting", "ready", "starting"] as const satisfies readonly TimelineState[];

type Scale = (ms: number) => number;

/** Lanes as a picture, several timelines one under the other on one scale. */
export function TimelineLanes({
  timelines,
  endMs,
  widthPx,
  current,
  onCurrent,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly endMs: number;
  readonly widthPx: number;
  readonly current: TimelinePlace | null;
  readonly onCurrent: (place: TimelinePlace) => void;
}) {
  const placed = useMemo(() => placeRows(timelines), [timelines]);
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const atMs = ((event.clientX - left) / widthPx) * endMs;
    const place = placeAt(timelines, placed, { yPx: event.clientY - top, atMs });
    if (place !== null && !isSame(place, current)) onCurrent(place);
  };
  return (
    <svg
      width={widthPx}
      height={placed.bottomPx + AXIS_PX}
      role="img"
      aria-label="Lanes over time"
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
    >
      <AllLanes timelines={timelines} placed={placed} endMs={endMs} widthPx={widthPx} />
      <Current timelines={timelines} placed={placed} x={scaleOf(endMs, widthPx)} current={current} />
    </svg>
  );
}

const isSame = (one: TimelinePlace, other: TimelinePlace | null) =>
  other !== null &&
  one.timeline === other.timeline &&
  one.row === other.row &&
  one.part === other.part &&
  one.index === other.index;

const scaleOf =
  (endMs: number, widthPx: number): Scale =>
  (ms) =>
    (ms / endMs) * widthPx;

/** All that does not change while a learner points at it. */
const AllLanes = memo(function AllLanes({
  timelines,
  placed: { rows, titles, bottomPx },
  endMs,
  widthPx,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly placed: PlacedRows;
  readonly endMs: number;
  readonly widthPx: number;
}) {
  const x = scaleOf(endMs, widthPx);
  const legendStep = Math.min(LEGEND_STEP_PX, widthPx / STATES.length);
  return (
    <>
      {STATES.map((state, index) => (
        <g key={state}>
          <path
            className={styles["band"]}
            data-state={state}
            d={bar({ x: index * legendStep + 1, width: SAMPLE_PX, top: 0, height: BAND_PX, state })}
          />
          <text x={index * legendStep + SAMPLE_PX + 6} y={11}>
            {state}
          </text>
        </g>
      ))}
      {(widthPx < NARROW_PX ? NARROW_TICK_SHARES : TICK_SHARES).map((share) => (
        <g key={share}>
          <line
            className={styles["grid"]}
            x1={share * widthPx}
            x2={share * widthPx}
            y1={LEGEND_PX}
            y2={bottomPx}
          />
          <text
            x={share * widthPx}
            y={bottomPx + AXIS_PX - 6}
            textAnchor={share === 0 ? "start" : share === 1 ? "end" : "middle"}
          >
            {share === 0 ? "0" : formatMs(share * endMs)}
          </text>
        </g>
      ))}
      {timelines.map(({ id, title, leftOut }, index) => (
        <g key={id}>
          <text className={styles["title"]} x={0} y={(titles[index]?.topPx ?? 0) + 16}>
            {shortened(title, widthPx, BOLD_LETTER_PX)}
          </text>
          {leftOut > 0 && (
            <text x={0} y={(titles[index]?.restPx ?? 0) + 11}>
              {`and ${leftOut.toLocaleString("en")} more lanes, in the table`}
            </text>
          )}
        </g>
      ))}
      {rows.map((place) => {
        const row = timelines[place.timeline]?.rows[place.row];
        return row === undefined ? null : (
          <Lane key={`${place.timeline} ${place.row}`} row={row} place={place} x={x} widthPx={widthPx} />
        );
      })}
    </>
  );
});

function Lane({
  row: { name, depth, blocks, tasks },
  place: { topPx, tasksPx, bandPx },
  x,
  widthPx,
}: {
  readonly row: TimelineRow;
  readonly place: PlacedRow;
  readonly x: Scale;
  readonly widthPx: number;
}) {
  const widthOf = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => x(toMs) - x(fromMs);
  // One path a state: two thousand elements would be slow to draw.
  const paths = STATES.map((state) =>
    blocks
      .filter((block) => block.state === state)
      .map((block) => bar({ x: x(block.fromMs), width: widthOf(block), top: bandPx, height: BAND_PX, state }))
      .join(""),
  );
  const frames = tasks.map((task) => {
    const width = Math.max(NARROWEST_PX, widthOf(task) - 1);
    return `M${x(task.fromMs).toFixed(2)},${tasksPx}h${width.toFixed(2)}v${TASK_PX - 2}h${(-width).toFixed(2)}Z`;
  });
  return (
    <>
      <text className={styles["name"]} x={depth * INDENT_PX} y={topPx + 11}>
        {shortened(name, widthPx - depth * INDENT_PX, LETTER_PX)}
      </text>
      {tasks.length > 0 && <path className={styles["task"]} d={frames.join("")} />}
      {tasks.map((task, index) => {
        const width = widthOf(task) - 2 * PADDING_PX;
        return width < 3 * TASK_LETTER_PX ? null : (
          <text key={index} className={styles["label"]} x={x(task.fromMs) + PADDING_PX} y={tasksPx + 11}>
            {shortened(task.label, width, TASK_LETTER_PX)}
          </text>
        );
      })}
      {STATES.map((state, index) => {
        const path = paths[index] ?? "";
        return path === "" ? null : (
          <path key={state} className={styles["band"]} data-state={state} d={path} />
        );
      })}
    </>
  );
}

/** A frame around what is read now. */
function Current({
  timelines,
  placed: { rows },
  x,
  current,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly placed: PlacedRows;
  readonly x: Scale;
  readonly current: TimelinePlace | null;
}) {
  if (current === null) return null;
  const part = partAt(
    timelines.map((timeline) => timeline.rows),
    current,
  );
  const row = rows.find((each) => each.timeline === current.timeline && each.row === current.row);
  if (part === null || row === undefined) return null;
  const isTask = current.part === "task";
  return (
    <rect
      className={styles["current-part"]}
      x={x(part.fromMs)}
      width={Math.max(NARROWEST_PX, x(part.toMs) - x(part.fromMs))}
      y={isTask ? row.tasksPx : row.bandPx}
      height={isTask ? TASK_PX - 2 : BAND_PX}
    />
  );
}

function bar({
  x,
  width,
  top,
  height,
  state,
}: {
  x: number;
  width: number;
  top: number;
  height: number;
  state: TimelineState;
}) {
  const own = height * HEIGHTS[state];
  const shown = Math.max(NARROWEST_PX, width);
  return `M${x.toFixed(2)},${(top + (height - own) / 2).toFixed(2)}h${shown.toFixed(2)}v${own.toFixed(2)}h${(-shown).toFixed(2)}Z`;
}

function shortened(text: string, widthPx: number, letterPx: number) {
  const letters = Math.max(1, Math.floor(widthPx / letterPx));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
