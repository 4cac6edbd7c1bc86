import type { KernelLock } from "./kernel-lock";
import { BLOCKS_BYTES, sectionOf, type KernelMemory } from "./kernel-memory";
import { KernelError, KIND_BLOCK, type KernelObjects } from "./kernel-objects";

const START = 0;
const LENGTH = 1;
const ALIGNMENT_BYTES = 8;

/** Blocks of memory between processes: what shared values and arrays are kept in. */
export function openSharedBlocks({
  memory,
  lock,
  objects,
}: {
  memory: KernelMemory;
  lock: KernelLock;
  objects: KernelObjects;
}) {
  const { byteOffset } = sectionOf("blocks");
  const { objects: words, own } = objects;
  const bytes = new Uint8Array(memory, byteOffset, BLOCKS_BYTES);
  const startOf = (block: number) => Atomics.load(words, own(block, START));
  const endOf = (block: number) => startOf(block) + Atomics.load(words, own(block, LENGTH));

  /** First fit between the blocks there are. */
  const gapFor = (length: number) => {
    let start = 0;
    const living = objects.living(KIND_BLOCK).toSorted((one, other) => startOf(one) - startOf(other));
    for (const block of living) {
      if (startOf(block) - start >= length) return start;
      start = Math.ceil(endOf(block) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    }
    if (BLOCKS_BYTES - start >= length) return start;
    throw new KernelError("ENOSPC", `One run has ${BLOCKS_BYTES / 2 ** 20} MB of shared values at most.`);
  };

  return {
    /** A new block of so many zero bytes. */
    create: (length: number, slot: number) =>
      lock.hold(() => {
        const start = gapFor(length);
        const block = objects.create(KIND_BLOCK, slot, [0]);
        Atomics.store(words, own(block, START), start);
        Atomics.store(words, own(block, LENGTH), length);
        bytes.fill(0, start, start + length);
        return block;
      }),
    read: (block: number, at: number, length: number): Uint8Array<ArrayBuffer> =>
      lock.hold(() => {
        objects.requireKind(block, KIND_BLOCK);
        const start = startOf(block) + at;
        return new Uint8Array(bytes.subarray(start, Math.min(endOf(block), start + length)));
      }),
    write: (block: number, at: number, source: Uint8Array) =>
      lock.hold(() => {
        objects.requireKind(block, KIND_BLOCK);
        const start = startOf(block) + at;
        bytes.set(source.subarray(0, Math.max(0, endOf(block) - start)), start);
      }),
  };
}
