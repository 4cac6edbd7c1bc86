import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { DEVICE_NAME } from "./device-name";

const VERSION = 1;
const OPEN_TIMEOUT_MS = 4_000;
const TOO_LATE =
  "The browser's store for this page did not open. Close other tabs of this site, then reload.";

/** What is kept on the device. Values are read as `unknown` and parsed: another version of this page may have written them. */
interface DeviceSchema extends DBSchema {
  /** The current draft of each cell and language. */
  drafts: { key: string; value: unknown; indexes: { page: string } };
  /** What drafts were before, oldest first. */
  versions: { key: number; value: unknown; indexes: { draft: string } };
  /** The quiz attempt begun in each module. */
  attempts: { key: string; value: unknown };
  /** What waits to be sent, in order, and what was answered and not yet looked at. */
  outbox: { key: number; value: unknown; indexes: { id: string } };
}

type Device = IDBPDatabase<DeviceSchema>;

/** Every transaction spans them all: so they have one order, and each sees what the one before it did. */
const STORES = ["drafts", "versions", "attempts", "outbox"] as const;

let opening: Promise<Device> | undefined;

function open(): Promise<Device> {
  const forget = () => (opening = undefined);
  return openDB<DeviceSchema>(DEVICE_NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore("drafts", { keyPath: "key" }).createIndex("page", "page");
      db.createObjectStore("versions", { autoIncrement: true }).createIndex("draft", "draft");
      db.createObjectStore("attempts");
      db.createObjectStore("outbox", { autoIncrement: true }).createIndex("id", "id");
    },
    blocking(_current, _wanted, event) {
      // A newer version of this page is open in another tab, or everything is being deleted.
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
}

const device = () =>
  (opening ??= inTime(open()).catch((error: unknown) => {
    opening = undefined;
    throw error;
  }));

/** A page that waits for its drafts must not wait for ever: some browsers' stores neither open nor fail. */
function inTime(opened: Promise<Device>): Promise<Device> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(TOO_LATE)), OPEN_TIMEOUT_MS);
  return Promise.race([opened, late]).finally(() => clearTimeout(timer));
}

/** A transaction that reads. */
export const reading = async () => (await device()).transaction(STORES);

/** A transaction that writes; what it wrote has reached the disk once it is done, so that a crash takes nothing away. */
export const writing = async () =>
  (await device()).transaction(STORES, "readwrite", { durability: "strict" });
export type Writing = Awaited<ReturnType<typeof writing>>;

/**
 * Closes the database; the next use opens it again, as after a reload.
 *
 * @internal for tests
 */
export async function closeDevice() {
  const open = opening;
  opening = undefined;
  (await open)?.close();
}
