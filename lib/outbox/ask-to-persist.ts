const ASKED = "lento:asked-to-persist";

/** Asks the browser, once, not to clear what is kept when space runs out. */
export async function askToPersist(): Promise<void> {
  if (!("storage" in navigator) || localStorage.getItem(ASKED) !== null) return;
  localStorage.setItem(ASKED, "1");
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
