import { DEVICE_NAME } from "./device-name";

const KEY = "lento:has-worked";
/** Where an earlier version of this site kept work, and a page that went away what was not written yet. */
const EARLIER = /^lento:(draft|quiz|left):/;

/** Whether anything was ever written, answered or handed in on this device, as far as is noted. */
export function hasWorked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null || Object.keys(localStorage).some((key) => EARLIER.test(key));
  } catch {
    // Storage is refused: nobody knows.
    return false;
  }
}

/** Whether there may be work on this device. A crash takes back what was noted last; the database itself stays. */
export async function mayHaveWork(): Promise<boolean> {
  if (hasWorked()) return true;
  // Where the browser cannot tell, looking is the only way to know.
  if (!("indexedDB" in globalThis) || !("databases" in indexedDB)) return true;
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => name === DEVICE_NAME);
}

/** Notes that there is work; the first time the browser is asked not to clear it when space runs out. */
export async function noteWork(): Promise<void> {
  if (localStorage.getItem(KEY) !== null) return;
  localStorage.setItem(KEY, "1");
  if ("storage" in navigator && !(await navigator.storage.persisted())) await navigator.storage.persist();
}

/** Hears that another tab of this site has the first work, until the given function is called. */
export function onFirstWork(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === KEY) listener();
  };
  addEventListener("storage", onStorage);
  return () => removeEventListener("storage", onStorage);
}
