/** Pyodide's own form of a snapshot begins with a header, whose second word is its length. */
const HEADER_BYTES_WORD = 1;

/** Its two parts, not copied: what Pyodide's loader reads, and the interpreter's memory. */
export function splitPyodideSnapshot(bytes: Uint8Array<ArrayBuffer>) {
  const headerBytes = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_BYTES_WORD + 1)[
    HEADER_BYTES_WORD
  ];
  if (headerBytes === undefined || headerBytes > bytes.length)
    throw new Error("These bytes are no snapshot of Python: has Pyodide's form of it changed?");
  return { header: bytes.subarray(0, headerBytes), memory: bytes.subarray(headerBytes) };
}

/** More than the header takes, which tells its own length. */
const HEADER_ROOM_BYTES = 4_096;

/** A header for Pyodide's loader to hold before the snapshot has come; `fill` writes what it then reads. */
export function newHeaderRoom() {
  const room = new Uint8Array(HEADER_ROOM_BYTES);
  return {
    room,
    fill(header: Uint8Array) {
      room.set(header);
      // It is as long as the room: what follows it would be taken for memory.
      new Uint32Array(room.buffer)[HEADER_BYTES_WORD] = room.length;
    },
  };
}
