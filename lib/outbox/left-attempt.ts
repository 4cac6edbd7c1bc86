const PREFIX = "lento:quiz:";

/**
 * Leaves a begun attempt in `localStorage`, which takes no time, until the device has it: a page that is reloaded at once
 * does not live as long as IndexedDB takes. The next page takes it from there. Gives what ends that.
 */
export function leaveAttempt(module: string, attempt: object): () => void {
  const key = PREFIX + module;
  const json = JSON.stringify(attempt);
  try {
    localStorage.setItem(key, json);
  } catch {
    // Refused, or full: the device itself says so if it is, too.
  }
  return () => {
    try {
      // A later answer may have come meanwhile.
      if (localStorage.getItem(key) === json) localStorage.removeItem(key);
    } catch {
      // Refused: nothing was left there.
    }
  };
}

/** The module whose attempt was left under a key of `localStorage`; undefined where it is something else's. */
export const moduleLeftAt = (key: string): string | undefined =>
  key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
