import { loadedDeviceWork } from "./load-device-work";

const RELOADED = "lento:reloaded-for-chunk";
/** Two deploys are further apart; a reload that did not help is not repeated. */
const ONCE_WITHIN_MS = 60_000;

/**
 * A deploy under an open page takes away the parts that it has not fetched yet: then it is reloaded, once, with what was
 * typed written down first. Watches until the given function is called.
 */
export function reloadForGoneChunk(): () => void {
  const onError = ({ target }: Event) => {
    if (!(target instanceof HTMLScriptElement) || !isChunk(target.src)) return;
    void reloadIfGone(target.src);
  };
  // Errors of elements do not bubble.
  addEventListener("error", onError, true);
  return () => removeEventListener("error", onError, true);
}

const isChunk = (address: string) => new URL(address, location.href).pathname.startsWith("/_next/static/");

async function reloadIfGone(address: string) {
  // A lost connection is no reason: it asks for patience, and the page says so.
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer?.status !== 404 || !isFirstTime()) return;
  await loadedDeviceWork()?.book.flush();
  location.reload();
}

function isFirstTime(): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < ONCE_WITHIN_MS) return false;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    return true;
  } catch {
    // Without a memory it might reload for ever.
    return false;
  }
}
