import { useSyncExternalStore } from "react";

/**
 * A text kept in this browser under a key and shared by everything on the page that reads it. Where the browser refuses
 * storage (a private window, a full disk) it lives as long as the page.
 */
const values = new Map<string, string | null>();
const listeners = new Map<string, Set<() => void>>();

export function readStored(key: string): string | null {
  const known = values.get(key);
  if (known !== undefined) return known;
  let value: string | null = null;
  try {
    value = localStorage.getItem(key);
  } catch {
    // Refused: nothing was kept.
  }
  values.set(key, value);
  return value;
}

export function writeStored(key: string, value: string | null) {
  values.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Refused: the page still has it.
  }
  for (const listener of listeners.get(key) ?? []) listener();
}

/** What another tab wrote is there in this one at once, so that neither overwrites the other unseen. */
function hearOtherTabs() {
  isHearing = true;
  addEventListener("storage", ({ key, newValue }) => {
    if (key === null) return;
    values.set(key, newValue);
    for (const listener of listeners.get(key) ?? []) listener();
  });
}
let isHearing = false;

/** The value under a key, null while there is none and on the server. */
export function useStored(key: string): string | null {
  return useSyncExternalStore(
    (onChange) => {
      if (!isHearing) hearOtherTabs();
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(onChange));
      return () => void own.delete(onChange);
    },
    () => readStored(key),
    () => null,
  );
}
