import { memo, useMemo } from "react";
import { momentText, type TimeWindow } from "./time-window";
import {
  AXIS_PX,
  BAND_PX,
  LEGEND_PX,
  placeRows,
  TASK_PX,
  type DrawnTimeline,
  type PlacedRows,
} from "./timeline-geometry";
import { bar, scaleOf, shortened, STATES, TimelineLane } from "./timeline-lane";
import { partAt, type TimelinePlace } from "./timeline-place";
import styles from "./timeline.module.css";

const BOLD_LETTER_PX = 9;
const SAMPLE_PX = 20;
const LEGEND_STEP_PX = 130;
const TICK_SHARES = [0, 0.25, 0.5, 0.75, 1];
const NARROW_TICK_SHARES = [0, 0.5, 1];
const NARROW_PX = 520;

/** Lanes as a picture, several timelines one under the other on one scale, over the stretch of time that is shown. */
export function TimelineLanes({
  timelines,
  window,
  widthPx,
  current,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly window: TimeWindow;
  readonly widthPx: number;
  /** What is read now. */
  readonly current: TimelinePlace | null;
}) {
  const placed = useMemo(() => placeRows(timelines), [timelines]);
  return (
    <svg width={widthPx} height={placed.bottomPx + AXIS_PX} role="img" aria-label="Lanes over time">
      <AllLanes timelines={timelines} placed={placed} window={window} widthPx={widthPx} />
      <Current timelines={timelines} placed={placed} window={window} widthPx={widthPx} current={current} />
    </svg>
  );
}

/** All that does not change while a learner points at it. */
const AllLanes = memo(function AllLanes({
  timelines,
  placed: { rows, titles, bottomPx },
  window,
  widthPx,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly placed: PlacedRows;
  readonly window: TimeWindow;
  readonly widthPx: number;
}) {
  const legendStep = Math.min(LEGEND_STEP_PX, widthPx / STATES.length);
  const shares = widthPx < NARROW_PX ? NARROW_TICK_SHARES : TICK_SHARES;
  const lengthMs = window.toMs - window.fromMs;
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
      {shares.map((share) => (
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
            {momentText(window.fromMs + share * lengthMs, lengthMs / (shares.length - 1))}
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
          <TimelineLane
            key={`${place.timeline} ${place.row}`}
            row={row}
            place={place}
            window={window}
            widthPx={widthPx}
          />
        );
      })}
    </>
  );
});

/** A frame around what is read now. */
function Current({
  timelines,
  placed: { rows },
  window,
  widthPx,
  current,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly placed: PlacedRows;
  readonly window: TimeWindow;
  readonly widthPx: number;
  readonly current: TimelinePlace | null;
}) {
  if (current === null) return null;
  const part = partAt(
    timelines.map((timeline) => timeline.rows),
    current,
  );
  const row = rows.find((each) => each.timeline === current.timeline && each.row === current.row);
  if (part === null || row === undefined) return null;
  if (part.toMs <= window.fromMs || part.fromMs >= window.toMs) return null;
  const isTask = current.part === "task";
  return (
    <rect
      className={styles["current-part"]}
      {...scaleOf(window, widthPx)(part)}
      y={isTask ? row.tasksPx : row.bandPx}
      height={isTask ? TASK_PX - 2 : BAND_PX}
    />
  );
}
