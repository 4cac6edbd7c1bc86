import { hashOf } from "@/lib/machine/hash-of";

/** A part of the interpreter's memory, from `start` to before `end`. */
export type Range = { readonly start: number; readonly end: number };

/**
 * Tables that few programs ever read. Where they are differs from one interpreter to the next; how they begin, how long
 * they are and what is in them does not.
 */
const TABLES = [
  {
    what: "the characters of East Asian encodings",
    begins: "003001300230fb30c902c702a8000330053015205eff16202620182019201c20",
    bytes: 589_328,
    hash: "c6a08c949a9d6a0a",
  },
  {
    what: "names and properties of all characters",
    begins: "0000000000000d000f0000000d00110000000d00100000000d00120000000a00",
    bytes: 655_952,
    hash: "7208f7c4296d7155",
  },
  {
    what: "the characters of iconv, which nothing calls",
    begins: "7574663800636861720000c87763686172740000c67563733262650000c47563",
    bytes: 139_348,
    hash: "dd501e7611b5a83b",
  },
];

/** Where they are. Throws where one is not there as it is known: then unicodedata or an encoding would be broken. */
export function findTables(memory: Buffer): Range[] {
  return TABLES.map(({ what, begins, bytes, hash }) => {
    const start = memory.indexOf(Buffer.from(begins, "hex"));
    if (start === -1 || hashOf(memory.subarray(start, start + bytes)) !== hash)
      throw new Error(`The interpreter's table of ${what} is another one. Correct rare-tables.ts.`);
    return { start, end: start + bytes };
  });
}

const ENTRY_BYTES = 16;
const MOST_ENTRIES = 64;
const FIRST_FROZEN = "_frozen_importlib";
/** How marshalled code begins: "c". */
const CODE = 0x63;

/**
 * Where the code of the modules is that are built into the interpreter, which a snapshot has executed already. CPython
 * lists them as `struct _frozen`: name, code, size, whether it is a package.
 */
export function findFrozenModules(memory: Buffer): Range[] {
  const firstName = memory.indexOf(`\0${FIRST_FROZEN}\0`) + 1;
  const range = (entry: number): Range[] => {
    if (entry + ENTRY_BYTES > memory.length) return [];
    const [name, start, bytes] = [0, 4, 8].map((at) => memory.readUInt32LE(entry + at));
    const isOne = name !== 0 && start !== undefined && bytes !== undefined && memory[start] === CODE;
    // CPython takes a module whose first byte is zero for one without code.
    return isOne && start + bytes <= memory.length ? [{ start: start + 1, end: start + bytes }] : [];
  };
  for (let entry = 0; entry + ENTRY_BYTES <= memory.length; entry += 4) {
    if (memory.readUInt32LE(entry) !== firstName || range(entry).length === 0) continue;
    return Array.from({ length: MOST_ENTRIES }, (_, index) => range(entry + index * ENTRY_BYTES)).flat();
  }
  throw new Error("The interpreter's list of frozen modules was not found. Correct rare-tables.ts.");
}
