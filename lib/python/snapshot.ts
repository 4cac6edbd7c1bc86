/** Pyodide's own form of a snapshot: a header, whose second word is its length, then the interpreter's memory. */
const HEADER_BYTES_WORD = 1;

export type Snapshot = {
  /** Never in shared memory: Pyodide decodes text from it. */
  readonly header: Uint8Array<ArrayBuffer>;
  readonly memory: Uint8Array;
};

/** The two parts of a snapshot's bytes; the memory is not copied. */
export function openSnapshot(bytes: ArrayBufferLike): Snapshot {
  const memoryStart = memoryStartOf(bytes);
  return {
    header: new Uint8Array(new Uint8Array(bytes, 0, memoryStart)),
    memory: new Uint8Array(bytes, memoryStart),
  };
}

export function memoryStartOf(bytes: ArrayBufferLike): number {
  const memoryStart = new Uint32Array(bytes, 0, HEADER_BYTES_WORD + 1)[HEADER_BYTES_WORD];
  if (memoryStart === undefined || memoryStart > bytes.byteLength)
    throw new Error("These bytes are no snapshot of Python. Build the machine again.");
  return memoryStart;
}
