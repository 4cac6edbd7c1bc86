import { beforeEach, expect, test } from "vitest";
import { newKernelMemory, PIPE_BYTES, PIPE_LIMIT } from "./kernel-memory";
import { KernelError } from "./kernel-objects";
import { openMachineKernel, type MachineKernel } from "./machine-kernel";
import { READING, WRITING } from "./pipes";

const SLOT = 0;
let kernel: MachineKernel;
beforeEach(() => void (kernel = openMachineKernel(newKernelMemory(), SLOT)));

const bytes = (length: number, first = 0) => Uint8Array.from({ length }, (_, index) => (first + index) % 251);

test("bytes come out in the order in which they went in, across the ring's end too", () => {
  const { pipes } = kernel;
  const pipe = pipes.create(SLOT);
  let wrote = 0;
  let read = 0;
  // Lengths that never fit the ring evenly; three times around it.
  while (read < 3 * PIPE_BYTES) {
    wrote += pipes.write(pipe, bytes(10_007, wrote));
    const taken = pipes.read(pipe, 7_001);
    expect(taken).toEqual(bytes(taken.length, read));
    read += taken.length;
  }
  expect(wrote - read).toBe(pipes.available(pipe));
});

test("a full pipe takes no more than there is room for, and has room again after a read", () => {
  const { pipes } = kernel;
  const pipe = pipes.create(SLOT);
  expect(pipes.room(pipe)).toBe(PIPE_BYTES);
  expect(pipes.write(pipe, bytes(PIPE_BYTES + 10))).toBe(PIPE_BYTES);
  expect(pipes.room(pipe)).toBe(0);
  expect(pipes.write(pipe, bytes(1))).toBe(0);
  expect(pipes.read(pipe, 5)).toEqual(bytes(5));
  expect(pipes.room(pipe)).toBe(5);
  expect(pipes.write(pipe, bytes(10))).toBe(5);
});

test("an empty pipe gives nothing, without an end while somebody could write", () => {
  const { pipes, objects } = kernel;
  const pipe = pipes.create(SLOT);
  expect(pipes.read(pipe, 10)).toHaveLength(0);
  expect(pipes.isAtEnd(pipe)).toBe(false);
  pipes.write(pipe, bytes(3));
  objects.release(pipe, WRITING, SLOT);
  expect(pipes.isAtEnd(pipe)).toBe(false);
  expect(pipes.read(pipe, 10)).toEqual(bytes(3));
  expect(pipes.isAtEnd(pipe)).toBe(true);
});

test("a pipe is broken once nobody could read", () => {
  const { pipes, objects } = kernel;
  const pipe = pipes.create(SLOT);
  objects.retain(pipe, READING, 1);
  objects.release(pipe, READING, SLOT);
  expect(pipes.isBroken(pipe)).toBe(false);
  objects.release(pipe, READING, 1);
  expect(pipes.isBroken(pipe)).toBe(true);
});

test("a pipe past the limit is refused in a sentence, and one that was let go of makes room", () => {
  const { pipes, objects } = kernel;
  const all = Array.from({ length: PIPE_LIMIT }, () => pipes.create(SLOT));
  expect(() => pipes.create(SLOT)).toThrow(KernelError);
  expect(() => pipes.create(SLOT)).toThrow("One run has 256 pipes at most. Close those that are not used.");
  const [first = -1, second = -1] = all;
  pipes.write(second, bytes(3));
  objects.release(first, READING, SLOT);
  expect(() => pipes.create(SLOT)).toThrow(KernelError);
  objects.release(first, WRITING, SLOT);
  const next = pipes.create(SLOT);
  expect(pipes.available(next)).toBe(0);
  pipes.write(next, bytes(3, 100));
  expect(pipes.read(second, 10)).toEqual(bytes(3));
  expect(pipes.read(next, 10)).toEqual(bytes(3, 100));
});

test("a pipe that is used again remembers nothing of the one before it", () => {
  const { pipes, objects } = kernel;
  for (let round = 0; round < 1_000; round += 1) {
    const pipe = pipes.create(SLOT);
    expect(pipes.available(pipe)).toBe(0);
    expect(pipes.write(pipe, bytes(4_099, round))).toBe(4_099);
    expect(pipes.read(pipe, 3)).toEqual(bytes(3, round));
    objects.release(pipe, READING, SLOT);
    objects.release(pipe, WRITING, SLOT);
  }
});

test("a pipe that nobody holds any more can be neither read nor written", () => {
  const { pipes, objects } = kernel;
  const pipe = pipes.create(SLOT);
  objects.release(pipe, READING, SLOT);
  objects.release(pipe, WRITING, SLOT);
  expect(() => pipes.write(pipe, bytes(1))).toThrow("is no more");
  expect(() => pipes.read(pipe, 1)).toThrow("is no more");
});

test("who waits is woken by bytes and by room, and not by reads and writes of nothing", () => {
  const { pipes, signal } = kernel;
  const pipe = pipes.create(SLOT);
  const woken = (action: () => void) => {
    const before = signal.count();
    action();
    return signal.count() - before;
  };
  expect(woken(() => pipes.write(pipe, bytes(1)))).toBe(1);
  expect(woken(() => pipes.read(pipe, 1))).toBe(1);
  expect(woken(() => pipes.read(pipe, 1))).toBe(0);
  expect(woken(() => pipes.write(pipe, bytes(0)))).toBe(0);
});
