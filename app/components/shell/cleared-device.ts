const KEY = "lento:cleared";

/** Notes that this browser was cleared of a learner's work: pages that were left before still show some. */
export const noteCleared = () => localStorage.setItem(KEY, String(Date.now()));

/** Loads a page anew that the browser kept as it stood, where it was cleared since; until the given function is called. */
export function reloadIfCleared(): () => void {
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || clearedAtMs() < performance.timeOrigin) return;
    document.body.hidden = true;
    location.reload();
  };
  addEventListener("pageshow", onShow);
  return () => removeEventListener("pageshow", onShow);
}

function clearedAtMs(): number {
  try {
    return Number(localStorage.getItem(KEY));
  } catch {
    // Storage is refused, so it may have been.
    return Number.POSITIVE_INFINITY;
  }
}
