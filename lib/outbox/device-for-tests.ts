import * as indexedDatabase from "fake-indexeddb";
import { vi } from "vitest";
import { closeDevice } from "./device";

/** An empty device, for each test its own. */
export async function useEmptyDevice() {
  await closeDevice();
  for (const [name, part] of Object.entries(indexedDatabase)) vi.stubGlobal(name, part);
  vi.stubGlobal("indexedDB", new indexedDatabase.IDBFactory());
}
