/** Does something once the page has nothing better to do; gives what takes it back. */
export function whenIdle(work: () => void): () => void {
  // Not every browser tells when it is idle.
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(work, 1_000);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work);
  return () => cancelIdleCallback(asked);
}
