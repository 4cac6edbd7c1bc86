import { FileError } from "./file-error";
import {
  BLOCK_BYTES,
  BLOCK_LIMIT,
  BLOCKS_PER_INDEX,
  blockByteAt,
  blockWordAt,
  DIRECT_BLOCKS,
  FILE_LIMIT_BYTES,
  HEADER,
  INDEX_BLOCKS,
  mapAt,
  nextFreeBlockAt,
  type RegionViews,
  sizeAt,
} from "./file-region";

const NO_ROOM = 0;

/**
 * The contents of nodes, by index, in blocks of 4 KiB; call inside the lock. What a block holds is written before the
 * block is linked, and a block is unlinked before it is freed: whoever is terminated in between leaks it.
 */
export function openBlocks({ words, bytes }: RegionViews) {
  const word = (at: number) => words[at] ?? 0;
  /** A block's number; nonsense, which another process may have written, is a hole. */
  const blockIn = (at: number) => {
    const block = word(at);
    return block > 0 && block <= BLOCK_LIMIT ? block : 0;
  };

  const take = () => {
    const recycled = blockIn(HEADER.firstFreeBlock);
    if (recycled !== 0) {
      Atomics.store(words, HEADER.firstFreeBlock, word(nextFreeBlockAt(recycled)));
      words[HEADER.freeBlocks] = word(HEADER.freeBlocks) - 1;
      bytes.fill(0, blockByteAt(recycled), blockByteAt(recycled) + BLOCK_BYTES);
      return recycled;
    }
    const block = word(HEADER.blocksUsed) + 1;
    if (block > BLOCK_LIMIT) return NO_ROOM;
    Atomics.store(words, HEADER.blocksUsed, block);
    return block;
  };

  const unlinkAndFree = (at: number) => {
    const block = blockIn(at);
    if (block === 0) return;
    Atomics.store(words, at, 0);
    words[nextFreeBlockAt(block)] = word(HEADER.firstFreeBlock);
    words[HEADER.freeBlocks] = word(HEADER.freeBlocks) + 1;
    Atomics.store(words, HEADER.firstFreeBlock, block);
  };

  const takeAndLink = (at: number) => {
    const block = take();
    if (block !== NO_ROOM) Atomics.store(words, at, block);
    return block;
  };

  /** Where the number of a node's `nth` block stands, or 0 where even the index block is a hole. */
  const entryOf = (node: number, nth: number) => {
    if (nth < DIRECT_BLOCKS) return mapAt(node, nth);
    const beyond = nth - DIRECT_BLOCKS;
    const index = blockIn(mapAt(node, DIRECT_BLOCKS + Math.floor(beyond / BLOCKS_PER_INDEX)));
    return index === 0 ? 0 : blockWordAt(index) + (beyond % BLOCKS_PER_INDEX);
  };

  const blockOf = (node: number, nth: number) => {
    const entry = entryOf(node, nth);
    return entry === 0 ? 0 : blockIn(entry);
  };

  const blockForWriting = (node: number, nth: number) => {
    const linked = blockOf(node, nth);
    if (linked !== 0) return linked;
    if (entryOf(node, nth) === 0) {
      const indexEntry = mapAt(node, DIRECT_BLOCKS + Math.floor((nth - DIRECT_BLOCKS) / BLOCKS_PER_INDEX));
      if (takeAndLink(indexEntry) === NO_ROOM) return NO_ROOM;
    }
    return takeAndLink(entryOf(node, nth));
  };

  const sizeOf = (node: number) => Math.min(Math.max(0, word(sizeAt(node))), FILE_LIMIT_BYTES);

  /** Frees every block from the `first` one on. */
  const freeFrom = (node: number, first: number) => {
    for (let nth = first; nth < DIRECT_BLOCKS; nth += 1) unlinkAndFree(mapAt(node, nth));
    for (let index = 0; index < INDEX_BLOCKS; index += 1) {
      const indexEntry = mapAt(node, DIRECT_BLOCKS + index);
      if (blockIn(indexEntry) === 0) continue;
      const start = DIRECT_BLOCKS + index * BLOCKS_PER_INDEX;
      for (let nth = Math.max(first, start); nth < start + BLOCKS_PER_INDEX; nth += 1)
        unlinkAndFree(entryOf(node, nth));
      if (first <= start) unlinkAndFree(indexEntry);
    }
  };

  /** Makes what is behind the end zeros, so that growing again shows nothing of it. */
  const clearBehind = (node: number, size: number) => {
    const nth = Math.ceil(size / BLOCK_BYTES);
    const within = size % BLOCK_BYTES;
    const last = within === 0 ? 0 : blockOf(node, nth - 1);
    if (last !== 0) bytes.fill(0, blockByteAt(last) + within, blockByteAt(last) + BLOCK_BYTES);
    freeFrom(node, nth);
  };

  return {
    sizeOf,
    /** Copies into `target` what there is from `position` on, and gives how many bytes that were. */
    read(node: number, target: Uint8Array, position: number): number {
      const end = Math.min(sizeOf(node), position + target.length);
      let at = position;
      while (at < end) {
        const within = at % BLOCK_BYTES;
        const length = Math.min(BLOCK_BYTES - within, end - at);
        const block = blockOf(node, Math.floor(at / BLOCK_BYTES));
        const start = blockByteAt(block) + within;
        if (block === 0) target.fill(0, at - position, at - position + length);
        else target.set(bytes.subarray(start, start + length), at - position);
        at += length;
      }
      return Math.max(0, at - position);
    },
    /** Gives how many bytes there was room for, at least one unless `source` is empty. */
    write(node: number, source: Uint8Array, position: number): number {
      if (source.length === 0) return 0;
      if (position >= FILE_LIMIT_BYTES) throw new FileError("EFBIG");
      const end = Math.min(position + source.length, FILE_LIMIT_BYTES);
      let at = position;
      while (at < end) {
        const within = at % BLOCK_BYTES;
        const length = Math.min(BLOCK_BYTES - within, end - at);
        const block = blockForWriting(node, Math.floor(at / BLOCK_BYTES));
        if (block === NO_ROOM) break;
        bytes.set(source.subarray(at - position, at - position + length), blockByteAt(block) + within);
        at += length;
      }
      if (at === position) throw new FileError("ENOSPC");
      if (at > sizeOf(node)) Atomics.store(words, sizeAt(node), at);
      return at - position;
    },
    resize(node: number, size: number) {
      if (size > FILE_LIMIT_BYTES) throw new FileError("EFBIG");
      if (size < sizeOf(node)) clearBehind(node, size);
      Atomics.store(words, sizeAt(node), size);
    },
    clear(node: number) {
      freeFrom(node, 0);
      words[sizeAt(node)] = 0;
    },
    freeBlocks: () => BLOCK_LIMIT - word(HEADER.blocksUsed) + word(HEADER.freeBlocks),
  };
}
export type FileBlocks = ReturnType<typeof openBlocks>;
