import { freshMemory } from "./fresh-memory";

/**
 * A booted interpreter's memory on its way to the browser, where its WebAssembly is too. Much of that memory is what
 * the module starts with, and much is zero: what travels are the blocks that differ, as the bits that differ; what a
 * process then writes into its fresh memory are those blocks and no others.
 *
 * Layout, in little-endian words: the interpreter's checksum, the length of the header and of the memory in bytes, the
 * number of blocks; the header, filled up to a whole word; the index of each block; the blocks.
 */
export const BLOCK_BYTES = 4_096;
const WORD_BYTES = 4;
const BLOCK_WORDS = BLOCK_BYTES / WORD_BYTES;
const LEADING_WORDS = 4;
const NOT_WHOLE = "The interpreter's snapshot is not whole. Build the machine again.";

/** A snapshot's parts, none of them copied out of its bytes. */
export type Snapshot = {
  readonly interpreterSum: number;
  /** What the interpreter's own loader wants to know. */
  readonly header: Uint8Array;
  /** How much memory the process starts with, `memoryBytes` from address 0. */
  readonly memoryBytes: number;
  /** Which blocks of the memory these are: ascending, each `BLOCK_BYTES` long. */
  readonly indexes: Uint32Array;
  readonly blocks: Uint32Array;
};

/** What belongs together: a snapshot can only be restored into the very interpreter that it was made of. */
type Packing = { readonly interpreter: Uint8Array; readonly header: Uint8Array; readonly memory: Uint8Array };

/** The snapshot without what the interpreter's own bytes tell. Throws where the memory is no whole number of blocks. */
export function packSnapshot({ interpreter, header, memory }: Packing): Uint8Array<ArrayBuffer> {
  if (memory.length % BLOCK_BYTES !== 0) throw new Error("A snapshot's memory has to be whole blocks.");
  const fresh = freshWords(interpreter);
  const wanted = new Uint32Array(memory.slice().buffer);
  const changes: { index: number; block: Uint32Array }[] = [];
  for (let index = 0; index * BLOCK_WORDS < wanted.length; index++) {
    const at = index * BLOCK_WORDS;
    const block = wanted.slice(at, at + BLOCK_WORDS);
    flip(block, fresh.subarray(at));
    if (block.some((word) => word !== 0)) changes.push({ index, block });
  }
  const headerWords = Math.ceil(header.length / WORD_BYTES);
  const words = new Uint32Array(LEADING_WORDS + headerWords + changes.length * (1 + BLOCK_WORDS));
  words.set([checksum(interpreter), header.length, memory.length, changes.length]);
  const packed = new Uint8Array(words.buffer);
  packed.set(header, LEADING_WORDS * WORD_BYTES);
  const { indexes, blocks } = openSnapshot(words.buffer);
  for (const [position, { index, block }] of changes.entries()) {
    indexes[position] = index;
    blocks.set(block, position * BLOCK_WORDS);
  }
  return packed;
}

/**
 * Gives what unpacks snapshots of this interpreter; all that can be done before a snapshot has come is done at once.
 * What is unpacked holds the blocks as they are in memory, in bytes that `allocate` gives; `openSnapshot` opens it.
 * Unpacking throws where the two do not belong together.
 */
export function openUnpacker(interpreter: Uint8Array) {
  const sum = checksum(interpreter);
  const fresh = freshWords(interpreter);
  return <Bytes extends ArrayBufferLike>(packed: ArrayBuffer, allocate: (bytes: number) => Bytes): Bytes => {
    if (openSnapshot(packed).interpreterSum !== sum)
      throw new Error("The interpreter's snapshot was made of another interpreter. Build the machine again.");
    const unpacked = allocate(packed.byteLength);
    new Uint8Array(unpacked).set(new Uint8Array(packed));
    const { indexes, blocks } = openSnapshot(unpacked);
    for (const [position, index] of indexes.entries()) {
      const at = position * BLOCK_WORDS;
      flip(blocks.subarray(at, at + BLOCK_WORDS), fresh.subarray(index * BLOCK_WORDS));
    }
    return unpacked;
  };
}

/** The parts of a snapshot, packed or not. Throws where the bytes are none, or not all of it. */
export function openSnapshot(bytes: ArrayBufferLike): Snapshot {
  const whole = Math.floor(bytes.byteLength / WORD_BYTES);
  if (whole < LEADING_WORDS) throw new Error(NOT_WHOLE);
  const [interpreterSum = 0, headerBytes = 0, memoryBytes = 0, count = 0] = new Uint32Array(
    bytes,
    0,
    LEADING_WORDS,
  );
  const firstIndex = LEADING_WORDS + Math.ceil(headerBytes / WORD_BYTES);
  const firstBlock = firstIndex + count;
  if (whole !== firstBlock + count * BLOCK_WORDS) throw new Error(NOT_WHOLE);
  return {
    interpreterSum,
    header: new Uint8Array(bytes, LEADING_WORDS * WORD_BYTES, headerBytes),
    memoryBytes,
    indexes: new Uint32Array(bytes, firstIndex * WORD_BYTES, count),
    blocks: new Uint32Array(bytes, firstBlock * WORD_BYTES),
  };
}

/** What differs between the two, in the place of the first; and back again. What the second lacks is zero. */
function flip(block: Uint32Array, other: Uint32Array) {
  const end = Math.min(block.length, other.length);
  for (let at = 0; at < end; at++) block[at] = (block[at] ?? 0) ^ (other[at] ?? 0);
}

const freshWords = (interpreter: Uint8Array) => new Uint32Array(freshMemory(interpreter).buffer);

function checksum(bytes: Uint8Array) {
  const whole = bytes.length - (bytes.length % WORD_BYTES);
  const words = new Uint32Array(bytes.slice(0, whole).buffer);
  let sum = bytes.length;
  for (let at = 0; at < words.length; at++) sum = (Math.imul(sum, 31) + (words[at] ?? 0)) | 0;
  for (let at = whole; at < bytes.length; at++) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0;
  return sum >>> 0;
}
