/** The stretch of time that a picture shows. */
export type TimeWindow = { readonly fromMs: number; readonly toMs: number };

/** Nothing that the clock tells is shorter. */
const SHORTEST_MS = 0.02;
const KEY_FACTOR = 2;
const KEY_SHARE = 0.25;

/** What is `factor` times as short, or longer where that is below 1, around a moment that stays at its place. */
export function zoomed(
  { fromMs, toMs }: TimeWindow,
  { factor, aroundMs, endMs }: { factor: number; aroundMs: number; endMs: number },
): TimeWindow {
  const length = Math.min(endMs, Math.max(Math.min(SHORTEST_MS, endMs), (toMs - fromMs) / factor));
  const share = (aroundMs - fromMs) / (toMs - fromMs);
  return within({ fromMs: aroundMs - share * length, toMs: aroundMs + (1 - share) * length }, endMs);
}

/** The same length, so much later. */
export const moved = ({ fromMs, toMs }: TimeWindow, byMs: number, endMs: number): TimeWindow =>
  within({ fromMs: fromMs + byMs, toMs: toMs + byMs }, endMs);

/** Moved only as far as that a part is in it, or at least its begin. */
export function showing(window: TimeWindow, part: TimeWindow, endMs: number): TimeWindow {
  if (part.fromMs < window.fromMs || part.fromMs >= window.toMs) {
    const margin = (window.toMs - window.fromMs) * KEY_SHARE;
    return moved(window, part.fromMs - margin - window.fromMs, endMs);
  }
  return window;
}

export const isWhole = ({ fromMs, toMs }: TimeWindow, endMs: number) => fromMs <= 0 && toMs >= endMs;

/** What a key makes of what is shown, as timelines elsewhere have it; null for a key that means nothing here. */
export function windowByKey(
  window: TimeWindow,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { aroundMs, endMs }: { aroundMs: number; endMs: number },
): TimeWindow | null {
  const stepMs = (window.toMs - window.fromMs) * KEY_SHARE;
  if (shiftKey && key === "ArrowRight") return moved(window, stepMs, endMs);
  if (shiftKey && key === "ArrowLeft") return moved(window, -stepMs, endMs);
  switch (key) {
    case "+":
    case "=":
    case "w":
      return zoomed(window, { factor: KEY_FACTOR, aroundMs, endMs });
    case "-":
    case "s":
      return zoomed(window, { factor: 1 / KEY_FACTOR, aroundMs, endMs });
    case "d":
      return moved(window, stepMs, endMs);
    case "a":
      return moved(window, -stepMs, endMs);
    case "0":
      return { fromMs: 0, toMs: endMs };
    default:
      return null;
  }
}

function within({ fromMs, toMs }: TimeWindow, endMs: number): TimeWindow {
  const length = Math.min(endMs, toMs - fromMs);
  const from = Math.min(Math.max(0, fromMs), endMs - length);
  return { fromMs: from, toMs: from + length };
}

const DIGITS_FROM_MS = [
  [1, 0],
  [0.1, 1],
  [0.01, 2],
] as const;

/** A moment as an axis says it whose marks stand so far apart. */
export function momentText(ms: number, apartMs: number): string {
  if (ms === 0) return "0";
  if (apartMs >= 1_000) return `${(ms / 1_000).toFixed(apartMs >= 10_000 ? 0 : 1)} s`;
  const digits = DIGITS_FROM_MS.find(([least]) => apartMs >= least)?.[1] ?? 3;
  return `${ms.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}
