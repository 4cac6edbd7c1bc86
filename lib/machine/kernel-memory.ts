import { FILES_BYTES, formatFiles } from "./shared-files";

/**
 * The memory that all processes of one run have in common, the machine's kernel: one region, shared where the page is
 * isolated, of one process alone where it is not. Layout: the sections below, one behind the other.
 */
export type KernelMemory = ArrayBuffer | SharedArrayBuffer;

/** Processes alive at once in one run, the program's own included. */
export const PROCESS_SLOTS = 16;
/** Processes in all that one run may start. */
export const PROCESS_LIMIT = 4_096;
/** Pipes, semaphores and blocks at once. */
export const OBJECT_LIMIT = 1_024;
export const PIPE_LIMIT = 256;
export const PIPE_BYTES = 64 * 1024;
export const BLOCKS_BYTES = 16 * 1024 * 1024;

const WORD_BYTES = 4;
/** So many words tell all there is to know of a pipe, a semaphore or a block. */
export const OBJECT_WORDS = 8;
/** A pipe is held at two sides; what has one side only uses the first. */
export const SIDES = 2;

const sizes = {
  signal: 64,
  lock: 64,
  meters: 4_096,
  processes: PROCESS_LIMIT * 4 * WORD_BYTES,
  objects: OBJECT_LIMIT * OBJECT_WORDS * WORD_BYTES,
  holdings: PROCESS_SLOTS * OBJECT_LIMIT * SIDES * WORD_BYTES,
  pipes: PIPE_LIMIT * PIPE_BYTES,
  blocks: BLOCKS_BYTES,
  files: FILES_BYTES,
} as const;
type Section = keyof typeof sizes;

const PAGE_BYTES = 4_096;
const roundedUp = (bytes: number) => Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;
const sections: readonly Section[] = [
  "signal",
  "lock",
  "meters",
  "processes",
  "objects",
  "holdings",
  "pipes",
  "blocks",
  "files",
];

/** Where a section begins, in bytes, and how long it is. */
export function sectionOf(section: Section) {
  const before = sections.slice(0, sections.indexOf(section));
  return {
    byteOffset: before.reduce((bytes, each) => bytes + roundedUp(sizes[each]), 0),
    byteLength: sizes[section],
  };
}

/** A section as 32-bit words. */
export function wordsOf(memory: KernelMemory, section: Section) {
  const { byteOffset, byteLength } = sectionOf(section);
  return new Int32Array(memory, byteOffset, byteLength / WORD_BYTES);
}

/** Whether processes can have memory in common here. */
export const canShareMemory = () =>
  typeof SharedArrayBuffer !== "undefined" && globalThis.crossOriginIsolated;

/** Memory for one run, with an empty file system in it. Untouched pages cost nothing. */
export const newKernelMemory = () => formatted(new ArrayBuffer(KERNEL_BYTES));

/** The same for processes that share it. */
export const newSharedKernelMemory = () => formatted(new SharedArrayBuffer(KERNEL_BYTES));

const { byteOffset: FILES_OFFSET } = sectionOf("files");
const KERNEL_BYTES = FILES_OFFSET + FILES_BYTES;

function formatted<Memory extends KernelMemory>(memory: Memory): Memory {
  formatFiles({ buffer: memory, byteOffset: FILES_OFFSET });
  return memory;
}
