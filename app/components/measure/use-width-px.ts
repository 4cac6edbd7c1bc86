import { useEffect, useRef, useState, type RefObject } from "react";

/** Until it is known; about what a laptop gives. */
const FIRST_WIDTH_PX = 640;

/** How wide an element is, so that a picture in it can keep its letters at their size on every screen. */
export function useWidthPx(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(FIRST_WIDTH_PX);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidthPx(Math.max(1, Math.round(current.clientWidth))));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, widthPx];
}
