import type { TimelineRow } from "@/lib/measure/timeline-layout";
import type { TimelineState } from "@/lib/run/timeline";
import type { TimeWindow } from "./time-window";
import { BAND_PX, TASK_PX, type PlacedRow } from "./timeline-geometry";
import styles from "./timeline.module.css";

const LETTER_PX = 6.6;
const TASK_LETTER_PX = 6.9;
const PADDING_PX = 4;
const INDENT_PX = 12;
const NARROWEST_PX = 0.75;

/** How much of the band's height a state takes: what does nothing is thin, so that no colour is needed to see it. */
const HEIGHTS = { running: 1, waiting: 0.22, ready: 0.5, starting: 0.86 } satisfies Record<
  TimelineState,
  number
>;
export const STATES = ["running", "waiting", "ready", "starting"] as const satisfies readonly TimelineState[];

/** Where a stretch of time stands: what is out of sight takes no room. */
export type Scale = (stretch: TimeWindow) => { readonly x: number; readonly width: number };

export const scaleOf =
  ({ fromMs, toMs }: TimeWindow, widthPx: number): Scale =>
  (stretch) => {
    const at = (ms: number) => Math.min(widthPx, Math.max(0, ((ms - fromMs) / (toMs - fromMs)) * widthPx));
    const x = at(stretch.fromMs);
    return { x, width: Math.max(NARROWEST_PX, at(stretch.toMs) - x) };
  };

/** One lane: its name, the tasks it worked on, and what it was at. */
export function TimelineLane({
  row: { name, depth, blocks, tasks },
  place: { topPx, tasksPx, bandPx },
  window,
  widthPx,
}: {
  readonly row: TimelineRow;
  readonly place: PlacedRow;
  readonly window: TimeWindow;
  readonly widthPx: number;
}) {
  const scale = scaleOf(window, widthPx);
  const isSeen = ({ fromMs, toMs }: TimeWindow) => toMs > window.fromMs && fromMs < window.toMs;
  const seen = blocks.filter(isSeen);
  // One path a state: two thousand elements would be slow to draw.
  const paths = STATES.map((state) =>
    seen
      .filter((block) => block.state === state)
      .map((block) => bar({ ...scale(block), top: bandPx, height: BAND_PX, state }))
      .join(""),
  );
  const shown = tasks.filter(isSeen).map((task) => ({ label: task.label, ...scale(task) }));
  const frames = shown.map(({ x, width }) => {
    const inner = Math.max(NARROWEST_PX, width - 1);
    return `M${x.toFixed(2)},${tasksPx}h${inner.toFixed(2)}v${TASK_PX - 2}h${(-inner).toFixed(2)}Z`;
  });
  return (
    <>
      <text className={styles["name"]} x={depth * INDENT_PX} y={topPx + 11}>
        {shortened(name, widthPx - depth * INDENT_PX, LETTER_PX)}
      </text>
      {frames.length > 0 && <path className={styles["task"]} d={frames.join("")} />}
      {shown.map(({ label, x, width }, index) => {
        const room = width - 2 * PADDING_PX;
        return room < 3 * TASK_LETTER_PX ? null : (
          <text key={index} className={styles["label"]} x={x + PADDING_PX} y={tasksPx + 11}>
            {shortened(label, room, TASK_LETTER_PX)}
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

/** The outline of a stretch in a state. */
export function bar({
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
  return `M${x.toFixed(2)},${(top + (height - own) / 2).toFixed(2)}h${width.toFixed(2)}v${own.toFixed(2)}h${(-width).toFixed(2)}Z`;
}

export function shortened(text: string, widthPx: number, letterPx: number) {
  const letters = Math.max(1, Math.floor(widthPx / letterPx));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
