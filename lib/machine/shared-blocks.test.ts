import { beforeEach, expect, test } from "vitest";
import { BLOCKS_BYTES, newKernelMemory } from "./kernel-memory";
import { openMachineKernel, type MachineKernel } from "./machine-kernel";

const SLOT = 0;
let kernel: MachineKernel;
beforeEach(() => void (kernel = openMachineKernel(newKernelMemory(), SLOT)));

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);
/** Quicker than to compare megabytes as they are. */
const isFilled = (bytes: Uint8Array, length: number, value: number) =>
  bytes.length === length && bytes.every((byte) => byte === value);
const release = (block: number) => kernel.objects.release(block, 0, SLOT);

test("a block begins with zeros and keeps what is written into it", () => {
  const { blocks } = kernel;
  const block = blocks.create(10, SLOT);
  expect(blocks.read(block, 0, 10)).toEqual(filled(10, 0));
  blocks.write(block, 4, filled(3, 7));
  expect([...blocks.read(block, 3, 5)]).toEqual([0, 7, 7, 7, 0]);
});

test("nothing is read or written past a block's end", () => {
  const { blocks } = kernel;
  const block = blocks.create(8, SLOT);
  const next = blocks.create(8, SLOT);
  blocks.write(block, 6, filled(10, 9));
  expect(blocks.read(next, 0, 8)).toEqual(filled(8, 0));
  expect([...blocks.read(block, 6, 10)]).toEqual([9, 9]);
});

test("blocks lie beside each other, at multiples of 8, and do not touch", () => {
  const { blocks } = kernel;
  const lengths = [1, 9, 16, 3];
  const all = lengths.map((length) => blocks.create(length, SLOT));
  for (const [index, block] of all.entries()) blocks.write(block, 0, filled(lengths[index] ?? 0, index + 1));
  for (const [index, block] of all.entries())
    expect(blocks.read(block, 0, 99)).toEqual(filled(lengths[index] ?? 0, index + 1));
});

test("the first gap that is large enough is used again, and is all zeros", () => {
  const { blocks } = kernel;
  const half = BLOCKS_BYTES / 2;
  const first = blocks.create(half, SLOT);
  const last = blocks.create(half, SLOT);
  blocks.write(first, 0, filled(half, 255));
  blocks.write(last, 0, filled(half, 3));
  release(first);
  const small = blocks.create(100, SLOT);
  expect(blocks.read(small, 0, 100)).toEqual(filled(100, 0));
  expect(() => blocks.create(half, SLOT)).toThrow("16 MB");
  const rest = blocks.create(half - 104, SLOT);
  expect(isFilled(blocks.read(rest, 0, half), half - 104, 0)).toBe(true);
  expect(isFilled(blocks.read(last, 0, half), half, 3)).toBe(true);
});

test("full memory is refused in a sentence and has room again when a block is let go of", () => {
  const { blocks } = kernel;
  const all = blocks.create(BLOCKS_BYTES, SLOT);
  expect(() => blocks.create(1, SLOT)).toThrow("One run has 16 MB of shared values at most.");
  release(all);
  expect(() => blocks.create(BLOCKS_BYTES, SLOT)).not.toThrow();
});

test("another process sees what is written, as long as somebody holds the block", () => {
  const other = openMachineKernel(kernel.memory, 1);
  const block = kernel.blocks.create(4, SLOT);
  kernel.objects.retain(block, 0, 1);
  kernel.blocks.write(block, 0, filled(4, 5));
  release(block);
  expect(other.blocks.read(block, 0, 4)).toEqual(filled(4, 5));
  other.objects.release(block, 0, 1);
  expect(() => other.blocks.read(block, 0, 4)).toThrow("is no more");
  expect(() => other.blocks.write(block, 0, filled(4, 5))).toThrow("is no more");
});
