const KEY = "lento:has-worked";

/** Whether anything was ever written, answered or handed in on this device. */
export function hasWorked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // Storage is refused: nobody knows.
    return false;
  }
}

/** Notes that there is work; the first time the browser is asked not to clear it when space runs out. */
export async function noteWork(): Promise<void> {
  if (hasWorked()) return;
  localStorage.setItem(KEY, "1");
  if ("storage" in navigator && !(await navigator.storage.persisted())) await navigator.storage.persist();
}
