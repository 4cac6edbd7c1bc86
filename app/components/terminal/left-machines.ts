import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import * as z from "zod/mini";
import { KeptScreen } from "./screen";

const NAME = "lento-machines";
const VERSION = 1;
/** A few MB each; more than anybody has open at a time. */
const KEPT_MACHINES = 6;

/** A machine as it was when the learner left it. */
const LeftMachine = z.strictObject({
  /** The page and the terminal. */
  key: z.string(),
  /** The image that it was started from: a state is of no use to another one. */
  image: z.string(),
  /** In ms since 1970. */
  at: z.number(),
  state: z.instanceof(ArrayBuffer),
  /** What stood in its windows. */
  screens: z.array(z.nullable(KeptScreen)),
});
export type LeftMachine = z.infer<typeof LeftMachine>;

/** Values are read as `unknown` and parsed: another version of this page may have written them. */
interface MachinesSchema extends DBSchema {
  machines: { key: string; value: unknown; indexes: { at: number } };
}

let opening: Promise<IDBPDatabase<MachinesSchema>> | undefined;

const database = () => (opening ??= open());

function open() {
  const forget = () => (opening = undefined);
  const opened = openDB<MachinesSchema>(NAME, VERSION, {
    upgrade: (db) => void db.createObjectStore("machines", { keyPath: "key" }).createIndex("at", "at"),
    blocking(_current, _wanted, event) {
      // A newer version of this page is open in another tab, or everything is being deleted.
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** The machine left under a key; null where there is none that can be read. */
export async function readLeftMachine(key: string): Promise<LeftMachine | null> {
  return read((await database()).transaction("machines").store, key);
}

/** Keeps a machine in the place of the one before under its key; of all, the newest few stay. */
export async function keepLeftMachine(machine: LeftMachine): Promise<void> {
  const transaction = (await database()).transaction("machines", "readwrite");
  const [keys] = await Promise.all([
    transaction.store.index("at").getAllKeys(),
    transaction.store.put(machine),
    transaction.done,
  ]);
  const others = keys.filter((key) => key !== machine.key);
  const db = await database();
  for (const key of others.slice(0, Math.max(0, others.length + 1 - KEPT_MACHINES)))
    await db.delete("machines", key);
}

/** Puts the machine left under a key aside, if there is one, in the place of one that was aside before. */
export async function putLeftMachineAside(key: string): Promise<void> {
  const { store, done } = (await database()).transaction("machines", "readwrite");
  const left = await read(store, key);
  if (left !== null) await Promise.all([store.put({ ...left, key: asideOf(key) }), store.delete(key)]);
  await done;
}

/** Puts the machine left under a key and the one aside, either of which may be missing, in each other's place. */
export async function exchangeLeftMachine(key: string): Promise<void> {
  const { store, done } = (await database()).transaction("machines", "readwrite");
  const [left, aside] = [await read(store, key), await read(store, asideOf(key))];
  const put = (to: string, machine: LeftMachine | null) =>
    machine === null ? store.delete(to) : store.put({ ...machine, key: to });
  await Promise.all([put(key, aside), put(asideOf(key), left)]);
  await done;
}

/** Whether a machine is aside that was left under a key before. */
export const isLeftMachineAside = async (key: string): Promise<boolean> =>
  (await readLeftMachine(asideOf(key))) !== null;

const asideOf = (key: string) => `${key} aside`;

async function read(store: { get: (key: string) => Promise<unknown> }, key: string) {
  const found = LeftMachine.safeParse(await store.get(key));
  return found.success ? found.data : null;
}
