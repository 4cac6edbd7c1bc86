/**
 * The memory that a file system is kept in. Layout, in this order, all numbers 32 bits wide unless told otherwise:
 *
 * - *header*: 16 words, see `HEADER`.
 * - *times*: for each node two 64-bit floats, milliseconds since 1970: modified, created.
 * - *places*: for each node where it is: the index of its folder times two, plus which of its two names is the valid
 *   one. 0 is nowhere (free, or unlinked and still open somewhere); -1 is a mount's root. One store makes, moves or
 *   removes a file, so a process that is terminated at any moment leaves a readable tree.
 * - *keys*, *next names*, *buckets*: for each of a node's two names its hash with the folder, and the next name whose
 *   key begins with the same bits; for each such beginning the first name. 0 is a name in no chain, 1 a chain's end.
 * - *generations*: how often a node was used before. What callers hold is generation and index in one number, so
 *   that a node which was freed and used again is never taken for the old one.
 * - *opens*, *modes*, *sizes*: for each node how often it is held open, its type and permissions, its length in bytes.
 * - *free nodes*: for each node the next one in the list of free nodes.
 * - *maps*: for each node the blocks that its content is in: `DIRECT_BLOCKS` of them, then `INDEX_BLOCKS` blocks that
 *   hold the numbers of `BLOCKS_PER_INDEX` further ones each. 0 is a hole, which reads as zeros.
 * - *free blocks*: for each block the next one in the list of free blocks.
 * - *names*: for each node two names, each one byte for its length and 255 for its UTF-8.
 * - *blocks*: the first one, from the next multiple of 4 KiB on, is number 1.
 *
 * Nodes and blocks never used before are taken in order, those used before from the lists: so memory that is not
 * needed is never touched, and a fresh region needs no zeros written over it. Index 0 of every table is unused.
 */
export const NODE_LIMIT = 8_192;
export const BLOCK_LIMIT = 12_288;
export const BLOCK_BYTES = 4_096;
export const NAME_LIMIT_BYTES = 255;
export const BUCKET_BITS = 12;
export const DIRECT_BLOCKS = 8;
export const INDEX_BLOCKS = 16;
const WORD_BYTES = 4;
export const BLOCKS_PER_INDEX = BLOCK_BYTES / WORD_BYTES;
/** What the map of one file reaches: more than there are blocks, but a file may have holes. */
export const FILE_LIMIT_BYTES = (DIRECT_BLOCKS + INDEX_BLOCKS * BLOCKS_PER_INDEX) * BLOCK_BYTES;

/** Words of the header. */
export const HEADER = {
  /** The first node that was never used; then the list of free ones and how many it has. */
  nodesUsed: 0,
  firstFreeNode: 1,
  freeNodes: 2,
  /** How many blocks were ever used; then as for nodes. */
  blocksUsed: 3,
  firstFreeBlock: 4,
  freeBlocks: 5,
  /** The node whose name is being given to another one, until it is removed. */
  replaced: 6,
} as const;
const HEADER_WORDS = 16;

const NAME_SLOT_BYTES = 1 + NAME_LIMIT_BYTES;
const MAP_WORDS = DIRECT_BLOCKS + INDEX_BLOCKS;
const WORDS_PER_TIME = 2;
const TIMES = HEADER_WORDS;
const PLACES = TIMES + NODE_LIMIT * 2 * WORDS_PER_TIME;
const KEYS = PLACES + NODE_LIMIT;
const NEXT_NAMES = KEYS + NODE_LIMIT * 2;
const BUCKETS = NEXT_NAMES + NODE_LIMIT * 2;
const GENERATIONS = BUCKETS + 2 ** BUCKET_BITS;
const OPENS = GENERATIONS + NODE_LIMIT;
const MODES = OPENS + NODE_LIMIT;
const SIZES = MODES + NODE_LIMIT;
const FREE_NODES = SIZES + NODE_LIMIT;
const MAPS = FREE_NODES + NODE_LIMIT;
const FREE_BLOCKS = MAPS + NODE_LIMIT * MAP_WORDS;
const NAMES_BYTE = (FREE_BLOCKS + BLOCK_LIMIT + 1) * WORD_BYTES;
const BLOCKS_BYTE = Math.ceil((NAMES_BYTE + NODE_LIMIT * 2 * NAME_SLOT_BYTES) / BLOCK_BYTES) * BLOCK_BYTES;

/** How long the region is: 48 MiB of blocks, and the tables. */
export const FILES_BYTES = BLOCKS_BYTE + BLOCK_LIMIT * BLOCK_BYTES;

/** Where the region is; `byteOffset` is a multiple of 8. */
export type FileRegion = { readonly buffer: ArrayBufferLike; readonly byteOffset: number };

/** The region as words and bytes, and its times. */
export function viewRegion({ buffer, byteOffset }: FileRegion) {
  return {
    words: new Int32Array(buffer, byteOffset, FILES_BYTES / WORD_BYTES),
    bytes: new Uint8Array(buffer, byteOffset, FILES_BYTES),
    times: new Float64Array(buffer, byteOffset + TIMES * WORD_BYTES, NODE_LIMIT * 2),
  };
}
export type RegionViews = ReturnType<typeof viewRegion>;

/** Into the times. */
export const modifiedAt = (node: number) => node * 2;
export const createdAt = (node: number) => node * 2 + 1;

/** Into the words. */
export const placeAt = (node: number) => PLACES + node;
export const keyAt = (name: number) => KEYS + name;
export const nextNameAt = (name: number) => NEXT_NAMES + name;
export const bucketAt = (bucket: number) => BUCKETS + bucket;
export const generationAt = (node: number) => GENERATIONS + node;
export const opensAt = (node: number) => OPENS + node;
export const modeAt = (node: number) => MODES + node;
export const sizeAt = (node: number) => SIZES + node;
export const nextFreeNodeAt = (node: number) => FREE_NODES + node;
export const mapAt = (node: number, entry: number) => MAPS + node * MAP_WORDS + entry;
export const nextFreeBlockAt = (block: number) => FREE_BLOCKS + block;

/** Into the bytes. */
export const nameByteAt = (name: number) => NAMES_BYTE + name * NAME_SLOT_BYTES;
export const blockByteAt = (block: number) => BLOCKS_BYTE + (block - 1) * BLOCK_BYTES;
export const blockWordAt = (block: number) => blockByteAt(block) / WORD_BYTES;
