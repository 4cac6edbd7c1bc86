import { beforeEach, expect, test } from "vitest";
import { newKernelMemory, OBJECT_LIMIT } from "./kernel-memory";
import { KIND_BLOCK, KIND_PIPE, KIND_SEMAPHORE, KernelError } from "./kernel-objects";
import { openMachineKernel, type MachineKernel } from "./machine-kernel";
import { READING, WRITING } from "./pipes";

const [ONE, OTHER] = [0, 1];
let kernel: MachineKernel;
beforeEach(() => void (kernel = openMachineKernel(newKernelMemory(), ONE)));

test("an object is gone once nobody holds it, at whichever side", () => {
  const { pipes, objects } = kernel;
  const pipe = pipes.create(ONE);
  objects.retain(pipe, READING, OTHER);
  objects.release(pipe, READING, ONE);
  objects.release(pipe, WRITING, ONE);
  expect(objects.living(KIND_PIPE)).toEqual([pipe]);
  objects.release(pipe, READING, OTHER);
  expect(objects.living(KIND_PIPE)).toEqual([]);
});

test("who holds an object twice has to let go of it twice", () => {
  const { semaphores, objects } = kernel;
  const lock = semaphores.create(1, 1, ONE);
  objects.retain(lock, 0, ONE);
  objects.release(lock, 0, ONE);
  expect(objects.heldAt(lock, 0)).toBe(1);
  objects.release(lock, 0, ONE);
  expect(objects.living(KIND_SEMAPHORE)).toEqual([]);
});

test("nobody can let go of what another process holds", () => {
  const { semaphores, objects, signal } = kernel;
  const lock = semaphores.create(1, 1, ONE);
  const before = signal.count();
  objects.release(lock, 0, OTHER);
  expect(objects.heldAt(lock, 0)).toBe(1);
  expect(signal.count()).toBe(before);
});

test("a process that is no more holds nothing, and what others hold stays", () => {
  const { pipes, semaphores, blocks, objects } = kernel;
  const own = pipes.create(OTHER);
  const shared = pipes.create(ONE);
  const lock = semaphores.create(1, 1, OTHER);
  const block = blocks.create(8, OTHER);
  for (let times = 0; times < 3; times += 1) objects.retain(shared, WRITING, OTHER);
  objects.release(shared, WRITING, ONE);
  objects.retain(block, 0, ONE);
  objects.releaseAll(OTHER);
  expect(objects.living(KIND_PIPE)).toEqual([shared]);
  expect(objects.living(KIND_SEMAPHORE)).toEqual([]);
  expect(objects.living(KIND_BLOCK)).toEqual([block]);
  expect(pipes.isAtEnd(shared)).toBe(true);
  for (const gone of [own, lock]) expect(() => objects.requireKind(gone, KIND_PIPE)).toThrow(KernelError);
});

test("the end of a process wakes whoever waits for what it held", () => {
  const before = kernel.signal.count();
  kernel.objects.releaseAll(OTHER);
  expect(kernel.signal.count()).toBeGreaterThan(before);
});

test("a slot that is used again begins with empty hands", () => {
  const { semaphores, objects } = kernel;
  semaphores.create(1, 1, OTHER);
  objects.releaseAll(OTHER);
  const lock = semaphores.create(1, 1, ONE);
  objects.release(lock, 0, OTHER);
  expect(objects.heldAt(lock, 0)).toBe(1);
});

test("who is late to hold an object that is gone has no hold on the one that comes in its place", () => {
  const { semaphores, objects } = kernel;
  const gone = semaphores.create(1, 1, OTHER);
  objects.releaseAll(OTHER);
  objects.retain(gone, 0, OTHER);
  const lock = semaphores.create(1, 1, ONE);
  expect(lock).toBe(gone);
  objects.releaseAll(OTHER);
  expect(objects.heldAt(lock, 0)).toBe(1);
  expect(semaphores.tryAcquire(lock)).toBe(true);
});

test("5,000 objects of every kind can be made, one after the other", () => {
  const { pipes, semaphores, blocks, objects } = kernel;
  for (let round = 0; round < 5_000; round += 1) {
    const pipe = pipes.create(ONE);
    const lock = semaphores.create(1, 1, ONE);
    const block = blocks.create(1_000_000, ONE);
    objects.release(pipe, READING, ONE);
    objects.release(pipe, WRITING, ONE);
    objects.release(lock, 0, ONE);
    objects.release(block, 0, ONE);
  }
  const left = [KIND_PIPE, KIND_SEMAPHORE, KIND_BLOCK].flatMap((kind) => objects.living(kind));
  expect(left).toEqual([]);
});

test("objects past the limit are refused in a sentence, and one that is let go of makes room", () => {
  const { semaphores, objects } = kernel;
  const all = Array.from({ length: OBJECT_LIMIT }, () => semaphores.create(0, 1, ONE));
  expect(() => semaphores.create(0, 1, ONE)).toThrow(
    "One run has 1024 pipes, locks and shared values at most.",
  );
  objects.release(all[500] ?? -1, 0, ONE);
  expect(semaphores.create(0, 1, ONE)).toBe(all[500]);
});

test.each([-1, OBJECT_LIMIT, 3])("there is no object %i", (id) => {
  expect(() => kernel.objects.requireKind(id, KIND_PIPE)).toThrow("is no more");
});
