import { noteCleared } from "@/app/components/shell/cleared-device";
import { THEME_KEY } from "@/app/components/shell/theme-script";

/** Removes all that this browser keeps of the learner's work; how the page looks is no work. */
export async function clearDevice(): Promise<void> {
  for (const key of Object.keys(localStorage))
    if (key.startsWith("lento:") && key !== THEME_KEY) localStorage.removeItem(key);
  noteCleared();
  // On plain http away from this machine browsers have no caches.
  if ("caches" in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await deleteDatabase(name);
}

/** A database that another tab still holds open is deleted as soon as that tab lets go of it. */
const deleteDatabase = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase(name);
    deletion.addEventListener("success", () => resolve());
    deletion.addEventListener("blocked", () => resolve());
    deletion.addEventListener("error", () =>
      reject(new Error(`The browser did not delete ${name}.`, { cause: deletion.error })),
    );
  });
