import { fillFreshMemory } from "./fresh-memory";

/**
 * A booted interpreter's memory on its way to the browser, where its WebAssembly is too. Much of that memory is what
 * the module starts with, and much is zero: what travels are the blocks that differ, as the bits that differ.
 *
 * Layout, in little-endian words: the interpreter's checksum, the snapshot's length and where in it the memory
 * begins (both in bytes), the number of blocks, the index of each block, then the blocks.
 */
const WORD_BYTES = 4;
const BLOCK_WORDS = 1_024;
const HEADER_WORDS = 4;

/** What belongs together: a snapshot can only be restored into the very interpreter that it was made of. */
type Packing = {
  readonly interpreter: Uint8Array;
  readonly snapshot: Uint8Array;
  readonly memoryStart: number;
};

/** The snapshot without what the interpreter's own bytes tell; a multiple of four bytes of memory from `memoryStart`. */
export function packSnapshot({ interpreter, snapshot, memoryStart }: Packing): Uint8Array<ArrayBuffer> {
  const words = startingWords(interpreter, new ArrayBuffer(snapshot.length), memoryStart);
  const wanted = new Uint32Array(snapshot.slice().buffer);
  const blocks: { index: number; block: Uint32Array }[] = [];
  for (let index = 0; index * BLOCK_WORDS < wanted.length; index++) {
    const block = new Uint32Array(BLOCK_WORDS);
    const at = index * BLOCK_WORDS;
    for (const [offset, word] of wanted.subarray(at, at + BLOCK_WORDS).entries())
      block[offset] = word ^ (words[at + offset] ?? 0);
    if (block.some((word) => word !== 0)) blocks.push({ index, block });
  }
  const packed = new Uint32Array(HEADER_WORDS + blocks.length * (1 + BLOCK_WORDS));
  packed.set([checksum(interpreter), snapshot.length, memoryStart, blocks.length]);
  for (const [position, { index, block }] of blocks.entries()) {
    packed[HEADER_WORDS + position] = index;
    packed.set(block, HEADER_WORDS + blocks.length + position * BLOCK_WORDS);
  }
  return new Uint8Array(packed.buffer);
}

/** The snapshot again, in memory that `allocate` gives. Throws where the two do not belong together. */
export function unpackSnapshot<Memory extends ArrayBufferLike>(
  { interpreter, packed }: { readonly interpreter: Uint8Array; readonly packed: ArrayBuffer },
  allocate: (bytes: number) => Memory,
): Memory {
  const source = new Uint32Array(packed, 0, Math.floor(packed.byteLength / WORD_BYTES));
  const [sum, length = 0, memoryStart = 0, count = 0] = source;
  if (sum !== checksum(interpreter))
    throw new Error("The interpreter's snapshot was made of another interpreter. Build the machine again.");
  if (source.length !== HEADER_WORDS + count * (1 + BLOCK_WORDS))
    throw new Error("The interpreter's snapshot is not whole. Build the machine again.");
  const memory = allocate(length);
  const words = startingWords(interpreter, memory, memoryStart);
  for (let position = 0; position < count; position++) {
    const at = (source[HEADER_WORDS + position] ?? 0) * BLOCK_WORDS;
    const from = HEADER_WORDS + count + position * BLOCK_WORDS;
    const end = Math.min(BLOCK_WORDS, words.length - at);
    for (let offset = 0; offset < end; offset++)
      words[at + offset] = (words[at + offset] ?? 0) ^ (source[from + offset] ?? 0);
  }
  return memory;
}

function startingWords(interpreter: Uint8Array, image: ArrayBufferLike, memoryStart: number) {
  fillFreshMemory(interpreter, new Uint8Array(image, memoryStart));
  return new Uint32Array(image);
}

function checksum(bytes: Uint8Array) {
  let sum = bytes.length;
  for (let at = 0; at < bytes.length; at++) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0;
  return sum >>> 0;
}
