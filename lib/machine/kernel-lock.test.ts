import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { breakKernelLock, FRAME_OWNER, openKernelLock } from "./kernel-lock";
import { newKernelMemory, newSharedKernelMemory, sectionOf, wordsOf } from "./kernel-memory";

const isHeld = (memory: SharedArrayBuffer | ArrayBuffer) => Atomics.load(wordsOf(memory, "lock"), 0) !== 0;

test("the lock is held during the action, given back after it, and the action's result is given", () => {
  const memory = newKernelMemory();
  const lock = openKernelLock(memory, 0);
  expect(lock.hold(() => isHeld(memory))).toBe(true);
  expect(isHeld(memory)).toBe(false);
});

test("an action that fails gives the lock back", () => {
  const memory = newKernelMemory();
  const fail = () => {
    throw new Error("no");
  };
  expect(() => openKernelLock(memory, 0).hold(fail)).toThrow("no");
  expect(isHeld(memory)).toBe(false);
});

test.each([0, 3, FRAME_OWNER])("a lock that %i held is broken for that owner, and for no other", (owner) => {
  const memory = newKernelMemory();
  openKernelLock(memory, owner).hold(() => {
    for (const other of [0, 1, 3, 15, FRAME_OWNER].filter((each) => each !== owner)) {
      breakKernelLock(memory, other);
      expect(isHeld(memory)).toBe(true);
    }
    breakKernelLock(memory, owner);
    expect(isHeld(memory)).toBe(false);
  });
});

test("breaking a lock that is free leaves it free", () => {
  const memory = newKernelMemory();
  breakKernelLock(memory, 0);
  expect(isHeld(memory)).toBe(false);
});

test("who finds the lock taken waits until it is given back", async () => {
  const memory = newSharedKernelMemory();
  const { byteOffset } = sectionOf("lock");
  // Another process that holds the lock for 50 ms, and notes that it was not disturbed.
  const code = `
    const { workerData: { memory, byteOffset }, parentPort } = require("node:worker_threads");
    const words = new Int32Array(memory, byteOffset, 2);
    Atomics.store(words, 0, 2);
    parentPort.postMessage("held");
    setTimeout(() => {
      Atomics.add(words, 1, Atomics.load(words, 0) === 2 ? 1 : 100);
      Atomics.store(words, 0, 0);
      Atomics.notify(words, 0);
    }, 50);`;
  const worker = new Worker(code, { eval: true, workerData: { memory, byteOffset } });
  await new Promise((resolve) => void worker.once("message", resolve));
  const noted = openKernelLock(memory, 0).hold(() => Atomics.load(wordsOf(memory, "lock"), 1));
  expect(noted).toBe(1);
});
