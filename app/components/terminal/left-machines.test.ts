import * as indexedDatabase from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import {
  exchangeLeftMachine,
  isLeftMachineAside,
  keepLeftMachine,
  putLeftMachineAside,
  readLeftMachine,
  type LeftMachine,
} from "./left-machines";

const deleteDatabase = () =>
  new Promise<string>((resolve) => {
    const deletion = indexedDB.deleteDatabase("lento-machines");
    deletion.addEventListener("success", () => resolve("deleted"));
    deletion.addEventListener("blocked", () => resolve("blocked"));
  });

for (const [name, part] of Object.entries(indexedDatabase)) vi.stubGlobal(name, part);
vi.stubGlobal("indexedDB", new indexedDatabase.IDBFactory());
beforeEach(async () => void (await deleteDatabase()));

const left = (key: string, at: number): LeftMachine => ({
  key,
  image: "linux.0123",
  at,
  state: new Uint8Array([1, 2, at]).buffer,
  screens: [{ columns: 80, rows: 24, text: "root@lento:~# " }, null, null],
});

test("a machine is found again as it was left, each terminal's own", async () => {
  await keepLeftMachine(left("/lessons/a/b#first", 1));
  await keepLeftMachine(left("/lessons/a/b#second", 2));
  await keepLeftMachine(left("/lessons/a/b#first", 3));
  expect(await readLeftMachine("/lessons/a/b#first")).toEqual(left("/lessons/a/b#first", 3));
  expect(await readLeftMachine("/lessons/a/b#second")).toEqual(left("/lessons/a/b#second", 2));
  expect(await readLeftMachine("/lessons/a/c#first")).toBeNull();
});

test("of many machines the six used last stay", async () => {
  for (let at = 1; at <= 6; at += 1) await keepLeftMachine(left(`terminal-${at}`, at));
  await keepLeftMachine(left("terminal-1", 7));
  await keepLeftMachine(left("terminal-8", 8));
  const isThere = async (at: number) => (await readLeftMachine(`terminal-${at}`)) !== null;
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 8].map(isThere))).toEqual([
    true,
    false,
    true,
    true,
    true,
    true,
    true,
  ]);
});

test("a machine that is put aside leaves its place empty, and changes places with the one that came after it", async () => {
  await keepLeftMachine(left("one", 1));
  await keepLeftMachine(left("other", 2));
  await putLeftMachineAside("one");
  expect(await isLeftMachineAside("one")).toBe(true);
  expect(await isLeftMachineAside("other")).toBe(false);
  expect(await readLeftMachine("one")).toBeNull();
  expect(await readLeftMachine("other")).toEqual(left("other", 2));
  await keepLeftMachine(left("one", 3));
  await exchangeLeftMachine("one");
  expect(await readLeftMachine("one")).toEqual(left("one", 1));
  await exchangeLeftMachine("one");
  expect(await readLeftMachine("one")).toEqual(left("one", 3));
});

test("a machine nobody touched takes no place of one that is aside, and none is aside once that is back", async () => {
  await putLeftMachineAside("one");
  expect(await isLeftMachineAside("one")).toBe(false);
  await keepLeftMachine(left("one", 1));
  await putLeftMachineAside("one");
  await putLeftMachineAside("one");
  expect(await isLeftMachineAside("one")).toBe(true);
  await exchangeLeftMachine("one");
  expect(await isLeftMachineAside("one")).toBe(false);
  expect(await readLeftMachine("one")).toEqual(left("one", 1));
});

test("what another version of the page wrote is as good as nothing", async () => {
  const older: object = { image: 7 };
  await keepLeftMachine({ ...left("old", 1), ...older });
  expect(await readLeftMachine("old")).toBeNull();
});

test("all of it can be deleted while this page has it open, and it keeps machines again afterwards", async () => {
  await keepLeftMachine(left("one", 1));
  expect(await deleteDatabase()).toBe("deleted");
  expect(await readLeftMachine("one")).toBeNull();
  await keepLeftMachine(left("one", 2));
  expect(await readLeftMachine("one")).toEqual(left("one", 2));
});
