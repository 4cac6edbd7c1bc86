import { memo } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import type { TaskBlock, TimelineBlock, TimelineRow } from "@/lib/measure/timeline-layout";
import type { TimelineState } from "@/lib/run/timeline";
import type { TimelinePlace } from "./timeline-place";
import styles from "./timeline.module.css";

const LEGEND_PX = 24;
const TITLE_PX = 26;
const NAME_PX = 16;
const TASK_PX = 17;
const BAND_PX = 14;
const GAP_PX = 9;
const AXIS_PX = 22;
const LETTER_PX = 6.6;
const PADDING_PX = 4;
const INDENT_PX = 12;
const SAMPLE_PX = 20;
const TICK_SHARES = [0, 0.25, 0.5, 0.75, 1];
const NARROW_TICK_SHARES = [0, 0.5, 1];
const NARROW_PX = 520;

/** How much of the band's height a state takes: what does nothing is thin, so that no colour is needed to see it. */
const HEIGHTS = { starting: 1, running: 1, ready: 0.5, waiting: 0.22 } satisfies Record<
  TimelineState,
  number
>;
const LEGEND = ["running", "waiting", "ready", "starting"] as const satisfies readonly TimelineState[];

/** A timeline with where it stands in the picture. */
export type DrawnTimeline = {
  readonly id: number;
  readonly title: string;
  readonly rows: readonly TimelineRow[];
  readonly leftOut: number;
};

const rowPx = ({ tasks }: TimelineRow) => NAME_PX + (tasks.length > 0 ? TASK_PX : 0) + BAND_PX + GAP_PX;
const timelinePx = ({ rows, leftOut }: DrawnTimeline) =>
  TITLE_PX + rows.reduce((sum, row) => sum + rowPx(row), 0) + (leftOut > 0 ? NAME_PX : 0);

/** Lanes as a picture, several timelines one under the other on one scale. */
export const TimelineLanes = memo(function TimelineLanes({
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
  const tops = startsOf(timelines.map(timelinePx), LEGEND_PX);
  const bottomPx = tops.at(-1) ?? LEGEND_PX;
  const x = (ms: number) => (ms / endMs) * widthPx;
  const legendStep = Math.min(130, widthPx / LEGEND.length);
  return (
    <svg width={widthPx} height={bottomPx + AXIS_PX} role="img" aria-label="Lanes over time">
      {LEGEND.map((state, index) => (
        <g key={state} transform={`translate(${index * legendStep} 0)`}>
          <Band state={state} x={0} width={SAMPLE_PX} />
          <text x={SAMPLE_PX + 6} y={11}>
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
      {timelines.map((timeline, index) => {
        const rowTops = startsOf(timeline.rows.map(rowPx), TITLE_PX);
        return (
          <g key={timeline.id} transform={`translate(0 ${tops[index] ?? 0})`}>
            <text className={styles["title"]} x={0} y={16}>
              {shortened(timeline.title, widthPx)}
            </text>
            {timeline.rows.map((row, rowIndex) => (
              <Lane
                key={row.lane}
                row={row}
                top={rowTops[rowIndex] ?? 0}
                x={x}
                widthPx={widthPx}
                current={
                  current?.timeline === index && current.row === rowIndex
                    ? `${current.part} ${current.index}`
                    : null
                }
                onPart={(part, at) => onCurrent({ timeline: index, row: rowIndex, part, index: at })}
              />
            ))}
            {timeline.leftOut > 0 && (
              <text x={0} y={(rowTops.at(-1) ?? 0) + 11}>
                {`and ${timeline.leftOut.toLocaleString("en")} more lanes, in the table`}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});

function Lane({
  row: { name, depth, blocks, tasks },
  top,
  x,
  widthPx,
  current,
  onPart,
}: {
  readonly row: TimelineRow;
  readonly top: number;
  readonly x: (ms: number) => number;
  readonly widthPx: number;
  readonly current: string | null;
  readonly onPart: (part: TimelinePlace["part"], index: number) => void;
}) {
  const bandTop = NAME_PX + (tasks.length > 0 ? TASK_PX : 0);
  const widthOf = ({ fromMs, toMs }: TimelineBlock | TaskBlock) => Math.max(0.75, x(toMs) - x(fromMs));
  return (
    <g transform={`translate(0 ${top})`}>
      <text className={styles["name"]} x={depth * INDENT_PX} y={11}>
        {shortened(name, widthPx - depth * INDENT_PX)}
      </text>
      {tasks.map((task, index) => {
        const width = widthOf(task);
        return (
          <g
            key={index}
            className={styles["task"]}
            data-current={current === `task ${index}` || undefined}
            transform={`translate(${x(task.fromMs).toFixed(2)} ${NAME_PX})`}
            onPointerEnter={() => onPart("task", index)}
          >
            <rect width={Math.max(0.75, width - 1)} height={TASK_PX - 2} rx={2} />
            {width > 4 * LETTER_PX && (
              <text x={PADDING_PX} y={11}>
                {shortened(task.label, width - 2 * PADDING_PX)}
              </text>
            )}
          </g>
        );
      })}
      <g transform={`translate(0 ${bandTop})`}>
        {blocks.map((block, index) => (
          <Band
            key={index}
            state={block.state}
            x={x(block.fromMs)}
            width={widthOf(block)}
            isCurrent={current === `block ${index}`}
            onEnter={() => onPart("block", index)}
          />
        ))}
      </g>
    </g>
  );
}

function Band({
  state,
  x,
  width,
  isCurrent = false,
  onEnter,
}: {
  readonly state: TimelineState;
  readonly x: number;
  readonly width: number;
  readonly isCurrent?: boolean;
  readonly onEnter?: () => void;
}) {
  const height = BAND_PX * HEIGHTS[state];
  return (
    <g
      className={styles["band"]}
      data-state={state}
      data-current={isCurrent || undefined}
      transform={`translate(${x.toFixed(2)} 0)`}
      onPointerEnter={onEnter}
    >
      {/* As high as the band, so that what is thin can be pointed at too. */}
      <rect className={styles["target"]} width={width} height={BAND_PX} />
      <rect width={width} height={height} y={(BAND_PX - height) / 2} />
    </g>
  );
}

/** Where things of those heights begin when they are stacked, and in the end where the last one ends. */
function startsOf(heights: readonly number[], first: number): number[] {
  const starts = [first];
  for (const height of heights) starts.push((starts.at(-1) ?? first) + height);
  return starts;
}

function shortened(text: string, widthPx: number) {
  const letters = Math.max(1, Math.floor(widthPx / LETTER_PX));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
