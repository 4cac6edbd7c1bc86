import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { isWhole, type TimeWindow } from "./time-window";
import { placeAt, placeRows, type DrawnTimeline } from "./timeline-geometry";
import { TimelineLanes } from "./timeline-lanes";
import type { TimelinePlace } from "./timeline-place";
import { useZoomPointer } from "./use-zoom-pointer";
import styles from "./timeline.module.css";

/** The lanes as they are read and zoomed into, by keys and by pointer. */
export function TimelineView({
  timelines,
  window,
  endMs,
  widthPx,
  current,
  helpId,
  onKeyDown,
  onRead,
  onWindow,
}: {
  readonly timelines: readonly DrawnTimeline[];
  readonly window: TimeWindow;
  readonly endMs: number;
  readonly widthPx: number;
  readonly current: TimelinePlace | null;
  readonly helpId: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onRead: (place: TimelinePlace) => void;
  readonly onWindow: (window: TimeWindow) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => placeRows(timelines), [timelines]);
  const zoom = useZoomPointer({ box, window, endMs, onWindow });
  const point = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const svg = currentTarget.querySelector("svg")?.getBoundingClientRect();
    if (svg === undefined) return;
    const atMs = window.fromMs + ((clientX - svg.left) / widthPx) * (window.toMs - window.fromMs);
    const place = placeAt(timelines, placed, { yPx: clientY - svg.top, atMs });
    if (place !== null && !isSame(place, current)) onRead(place);
  };
  return (
    <div
      ref={box}
      role="application"
      aria-label="Timeline"
      aria-describedby={helpId}
      tabIndex={0}
      className={styles["lanes"]}
      data-zoomed={!isWhole(window, endMs) || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        zoom.onPointerDown(event);
        point(event);
      }}
      onPointerMove={(event) => {
        if (!zoom.onPointerMove(event)) point(event);
      }}
      onPointerUp={zoom.onPointerUp}
      onPointerCancel={zoom.onPointerUp}
    >
      <TimelineLanes timelines={timelines} window={window} widthPx={widthPx} current={current} />
    </div>
  );
}

const isSame = (one: TimelinePlace, other: TimelinePlace | null) =>
  other !== null &&
  one.timeline === other.timeline &&
  one.row === other.row &&
  one.part === other.part &&
  one.index === other.index;
