import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { layOutTimeline } from "@/lib/measure/timeline-layout";
import { summariseTimeline } from "@/lib/measure/timeline-summary";
import { timelineTable } from "@/lib/measure/timeline-table";
import type { KeptTimeline } from "./page-timelines";
import { Picture } from "./picture";
import { TimelineLanes } from "./timeline-lanes";
import { nextPlace, partAt, type TimelinePlace } from "./timeline-place";
import { partSentence, summarySentence } from "./timeline-sentences";
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
  const [current, setCurrent] = useState<TimelinePlace | null>(null);
  const endMs = Math.max(1, ...timelines.map(({ timeline }) => timelineEnd(timeline)));
  const drawn = useMemo(
    () =>
      timelines.map(({ id, title, timeline }) => ({
        id,
        title: `${formatMs(timeline.wallMs)} · ${title}`,
        ...layOutTimeline(timeline, { narrowestMs: endMs * NARROWEST_SHARE, rowsAtMost: ROWS_AT_MOST }),
      })),
    [timelines, endMs],
  );
  const table = useMemo(() => timelineTable(timelines), [timelines]);
  const last = timelines.at(-1) ?? timelines[0];
  const summary = useMemo(() => summariseTimeline(last.timeline), [last]);
  const rows = drawn.map((each) => each.rows);
  const at = current === null ? null : partAt(rows, current);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(rows, current, event.key);
    if (next === null) return;
    setCurrent(next);
    event.preventDefault();
  };

  return (
    <>
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
              {aboutSentence(last)}
            </span>
          </>
        }
      >
        {(widthPx) => (
          <div
            role="application"
            aria-label="Timeline"
            aria-describedby={helpId}
            tabIndex={0}
            className={styles["lanes"]}
            onKeyDown={onKeyDown}
          >
            <TimelineLanes
              timelines={drawn}
              endMs={endMs}
              widthPx={widthPx}
              current={current}
              onCurrent={setCurrent}
            />
          </div>
        )}
      </Picture>
      {timelines.length > 1 && (
        <p className={styles["earlier"]}>
          <button
            type="button"
            onClick={() => {
              setCurrent(null);
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

const timelineEnd = ({ wallMs, spans }: KeptTimeline["timeline"]) =>
  spans.reduce((endMs, { toMs }) => Math.max(endMs, toMs), wallMs);

function aboutSentence({ timeline }: KeptTimeline): string {
  const ready = timeline.spans.some(({ state }) => state === "ready")
    ? " “Ready” is a thread or a task that could go on while another one of its process has the turn."
    : "";
  const cut = timeline.isCut ? " There was more than a timeline holds: what came last is missing." : "";
  return `“Running” means not waiting: a browser does not tell whether a core was free. Noting all this takes a little time too.${ready}${cut}`;
}
