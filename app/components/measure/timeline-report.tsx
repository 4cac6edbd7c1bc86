import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { layOutTimeline } from "@/lib/measure/timeline-layout";
import { summariseTimeline } from "@/lib/measure/timeline-summary";
import { timelineTable } from "@/lib/measure/timeline-table";
import type { KeptTimeline } from "./page-timelines";
import { Picture } from "./picture";
import { showing, windowByKey, type TimeWindow } from "./time-window";
import { TimelineLanes } from "./timeline-lanes";
import { nextPlace, partAt, placeAtMoment, type ReadPlace, type TimelinePlace } from "./timeline-place";
import { partSentence, summarySentence } from "./timeline-sentences";
import { TimelineView } from "./timeline-view";
import { ZoomButtons } from "./zoom-buttons";
import styles from "./timeline.module.css";

/** Nobody compares more lanes at a glance; the table has them all. */
const ROWS_AT_MOST = 60;
/** On a screen twice as wide as a laptop's a block is a pixel then. */
const NARROWEST_SHARE = 1 / 1_200;

/** Who did what when: processes, threads and tasks as lanes, this run under those of the page that came before it. */
export function TimelineReport({
  name,
  timelines,
  onForgetEarlier,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  /** The last one is what was just run. */
  readonly timelines: readonly [KeptTimeline, ...KeptTimeline[]];
  readonly onForgetEarlier: () => void;
}) {
  const helpId = useId();
  const [reading, setReading] = useState<ReadPlace | null>(null);
  const [zoom, setZoom] = useState<TimeWindow | null>(null);
  const endMs = Math.max(1, ...timelines.map(({ timeline }) => timelineEnd(timeline)));
  const whole = useMemo(() => ({ fromMs: 0, toMs: endMs }), [endMs]);
  // What was zoomed into may be none of what is left.
  const window = zoom === null || zoom.toMs > endMs ? whole : zoom;
  const drawnWhole = useMemo(() => drawn(timelines, endMs), [timelines, endMs]);
  const lengthMs = window.toMs - window.fromMs;
  const shown = useMemo(
    () => (lengthMs === endMs ? drawnWhole : drawn(timelines, lengthMs)),
    [timelines, lengthMs, endMs, drawnWhole],
  );
  const table = useMemo(() => timelineTable(timelines), [timelines]);
  const last = timelines.at(-1) ?? timelines[0];
  const summary = useMemo(() => summariseTimeline(last.timeline), [last]);
  const rows = useMemo(() => shown.map((each) => each.rows), [shown]);
  const current = reading === null ? null : placeAtMoment(rows, reading);
  const at = current === null ? null : partAt(rows, current);
  const aroundMs =
    at !== null && at.toMs > window.fromMs && at.fromMs < window.toMs
      ? (Math.max(at.fromMs, window.fromMs) + Math.min(at.toMs, window.toMs)) / 2
      : window.fromMs + lengthMs / 2;

  const read = (place: TimelinePlace) => {
    const part = partAt(rows, place);
    if (part !== null) setReading({ ...place, atMs: part.fromMs });
    return part;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zoomedTo = windowByKey(window, event, { aroundMs, endMs });
    if (zoomedTo === null) {
      const next = nextPlace(rows, current, event.key);
      const part = next === null ? null : read(next);
      if (part === null) return;
      setZoom(showing(window, part, endMs));
    } else setZoom(zoomedTo);
    event.preventDefault();
  };

  return (
    <>
      <ZoomButtons window={window} endMs={endMs} aroundMs={aroundMs} onWindow={setZoom} />
      <Picture
        name={`${name}-timeline`}
        data={timelines.map(({ title, timeline }) => ({ title, ...timeline }))}
        table={table}
        caption={
          <>
            <span role="status" className={styles["current"]}>
              {at === null
                ? "Point at a block, or use the arrow keys, to read what it is."
                : partSentence(at)}
            </span>
            <span className={styles["sentence"]}>
              {`${summarySentence(summary, last.timeline.wallMs)} (measured)`}
            </span>
            <span id={helpId} className={styles["help"]}>
              {`${ZOOM_HELP} ${aboutSentence(last)}`}
            </span>
          </>
        }
        whole={(widthPx) => (
          <div className={styles["lanes"]}>
            <TimelineLanes timelines={drawnWhole} window={whole} widthPx={widthPx} current={null} />
          </div>
        )}
      >
        {(widthPx) => (
          <TimelineView
            timelines={shown}
            window={window}
            endMs={endMs}
            widthPx={widthPx}
            current={current}
            helpId={helpId}
            onKeyDown={onKeyDown}
            onRead={read}
            onWindow={setZoom}
          />
        )}
      </Picture>
      {timelines.length > 1 && (
        <p className={styles["earlier"]}>
          <button
            type="button"
            onClick={() => {
              setReading(null);
              setZoom(null);
              onForgetEarlier();
            }}
          >
            Show this run only
          </button>
        </p>
      )}
    </>
  );
}

/** What is drawn where so much time takes the width of the picture. */
const drawn = (timelines: readonly KeptTimeline[], lengthMs: number) =>
  timelines.map(({ id, title, timeline }) => ({
    id,
    title: `${formatMs(timeline.wallMs)} · ${title}`,
    ...layOutTimeline(timeline, { narrowestMs: lengthMs * NARROWEST_SHARE, rowsAtMost: ROWS_AT_MOST }),
  }));

const ZOOM_HELP =
  "Zoom with + and −, or Ctrl and the wheel; 0 shows all. Shift with an arrow key, or dragging, moves through time.";

const timelineEnd = ({ wallMs, spans }: KeptTimeline["timeline"]) =>
  spans.reduce((endMs, { toMs }) => Math.max(endMs, toMs), wallMs);

function aboutSentence({ timeline }: KeptTimeline): string {
  const ready = timeline.spans.some(({ state }) => state === "ready")
    ? " “Ready” is a thread or a task that could go on while another one of its process has the turn."
    : "";
  const cut = timeline.isCut ? " There was more than a timeline holds: what came last is missing." : "";
  return `“Running” means not waiting: a browser does not tell whether a core was free. Noting all this takes a little time too.${ready}${cut}`;
}
