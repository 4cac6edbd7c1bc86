import { useEffect, useRef } from "react";

/** The network may come back while the last try is still at it, or unheard. */
const EVERY_MS = 10_000;

/** Does something as soon as `isReady`, again when the network comes back, and every ten seconds. */
export function useAgain({ isReady, act }: { isReady: boolean; act: () => Promise<void> }) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!isReady) return undefined;
    // Where it fails, the next time may not.
    const again = () => void latest.current().catch(() => {});
    again();
    const timer = setInterval(again, EVERY_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [isReady]);
}
