import { useEffect, useRef, type PointerEvent, type RefObject } from "react";
import { isWhole, moved, zoomed, type TimeWindow } from "./time-window";

/** A notch of a wheel is about a hundred pixels. */
const WHEEL_PX_PER_DOUBLING = 250;
/** A hand is not still while it presses. */
const DRAG_FROM_PX = 4;

/**
 * Zoom by the wheel with Ctrl (or two fingers on a pad), move by the wheel with Shift, sideways, or by dragging, in the
 * picture that `box` holds. What is shown whole is left to the page.
 */
export function useZoomPointer({
  box,
  window,
  endMs,
  onWindow,
}: {
  readonly box: RefObject<HTMLElement | null>;
  readonly window: TimeWindow;
  readonly endMs: number;
  readonly onWindow: (window: TimeWindow) => void;
}) {
  const latest = useRef({ window, endMs, onWindow });
  const drag = useRef<{ x: number; window: TimeWindow; isMoving: boolean } | null>(null);
  useEffect(() => {
    latest.current = { window, endMs, onWindow };
  });
  useEffect(() => {
    const { current } = box;
    const turn = (event: WheelEvent) => {
      const { window, endMs, onWindow } = latest.current;
      const { left, width } = current?.getBoundingClientRect() ?? { left: 0, width: 1 };
      const msPerPx = (window.toMs - window.fromMs) / width;
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        const factor = 2 ** (-event.deltaY / WHEEL_PX_PER_DOUBLING);
        onWindow(
          zoomed(window, { factor, aroundMs: window.fromMs + (event.clientX - left) * msPerPx, endMs }),
        );
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY) && !isWhole(window, endMs))
        onWindow(moved(window, sideways * msPerPx, endMs));
      else return;
      event.preventDefault();
    };
    // React's own listeners could not keep the page from scrolling.
    current?.addEventListener("wheel", turn, { passive: false });
    return () => current?.removeEventListener("wheel", turn);
  }, [box]);

  return {
    onPointerDown({ button, clientX }: PointerEvent) {
      if (button === 0 && !isWhole(window, endMs)) drag.current = { x: clientX, window, isMoving: false };
    },
    /** True while the picture is dragged. */
    onPointerMove(event: PointerEvent): boolean {
      const started = drag.current;
      if (started === null) return false;
      const byPx = started.x - event.clientX;
      if (!started.isMoving && Math.abs(byPx) < DRAG_FROM_PX) return false;
      if (!started.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
      started.isMoving = true;
      const width = Math.max(1, event.currentTarget.clientWidth);
      onWindow(moved(started.window, (byPx / width) * (started.window.toMs - started.window.fromMs), endMs));
      return true;
    },
    onPointerUp: () => void (drag.current = null),
  };
}
