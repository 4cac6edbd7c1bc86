import { beforeEach, expect, test } from "vitest";
import { newKernelMemory } from "./kernel-memory";
import { openMachineKernel, type MachineKernel } from "./machine-kernel";

const SLOT = 0;
let kernel: MachineKernel;
beforeEach(() => void (kernel = openMachineKernel(newKernelMemory(), SLOT)));

test("a semaphore is taken as often as it has something to give", () => {
  const { semaphores } = kernel;
  const gate = semaphores.create(2, 10, SLOT);
  expect([1, 2, 3].map(() => semaphores.tryAcquire(gate))).toEqual([true, true, false]);
  expect(semaphores.value(gate)).toBe(0);
  expect(semaphores.release(gate)).toBe(true);
  expect(semaphores.tryAcquire(gate)).toBe(true);
});

test("no more is given back than a semaphore may have", () => {
  const { semaphores } = kernel;
  const lock = semaphores.create(1, 1, SLOT);
  expect(semaphores.release(lock)).toBe(false);
  expect(semaphores.value(lock)).toBe(1);
  semaphores.tryAcquire(lock);
  expect([semaphores.release(lock), semaphores.release(lock)]).toEqual([true, false]);
});

test("giving back wakes who waits; taking, and giving back in vain, do not", () => {
  const { semaphores, signal } = kernel;
  const lock = semaphores.create(1, 1, SLOT);
  const before = signal.count();
  semaphores.tryAcquire(lock);
  expect(signal.count()).toBe(before);
  semaphores.release(lock);
  expect(signal.count()).toBe(before + 1);
  semaphores.release(lock);
  expect(signal.count()).toBe(before + 1);
});

test("processes see the same semaphore, and it is there until the last one lets go", () => {
  const other = openMachineKernel(kernel.memory, 1);
  const lock = kernel.semaphores.create(1, 1, SLOT);
  kernel.objects.retain(lock, 0, 1);
  expect(other.semaphores.tryAcquire(lock)).toBe(true);
  expect(kernel.semaphores.tryAcquire(lock)).toBe(false);
  kernel.objects.release(lock, 0, SLOT);
  expect(other.semaphores.release(lock)).toBe(true);
  other.objects.release(lock, 0, 1);
  expect(() => other.semaphores.tryAcquire(lock)).toThrow("whoever made it let go of it");
});

test("a pipe is no semaphore", () => {
  const pipe = kernel.pipes.create(SLOT);
  expect(() => kernel.semaphores.tryAcquire(pipe)).toThrow("is no more");
  expect(() => kernel.semaphores.release(pipe)).toThrow("is no more");
});
