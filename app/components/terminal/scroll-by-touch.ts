import type { Terminal } from "@xterm/xterm";

/** Scrolls a terminal under a finger, which xterm.js 6 does not; at its ends the finger scrolls the page. */
export function scrollByTouch(host: HTMLElement, terminal: Terminal) {
  let lastY = 0;
  const start = ({ touches }: TouchEvent) => (lastY = touches[0]?.clientY ?? 0);
  const move = (event: TouchEvent) => {
    const y = event.touches[0]?.clientY;
    const rowPx = host.clientHeight / terminal.rows;
    if (y === undefined || event.touches.length > 1 || rowPx === 0) return;
    const lines = Math.trunc((lastY - y) / rowPx);
    if (lines === 0) return;
    const before = terminal.buffer.active.viewportY;
    terminal.scrollLines(lines);
    // What is less than a line counts for the next one.
    lastY -= lines * rowPx;
    if (terminal.buffer.active.viewportY !== before && event.cancelable) event.preventDefault();
  };
  host.addEventListener("touchstart", start, { passive: true });
  host.addEventListener("touchmove", move, { passive: false });
}
