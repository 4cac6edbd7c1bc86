/**
 * A file in shared memory that processes may read before it has come: the reader waits for it. Layout: one int32,
 * which is 1 once the file is whole, then its bytes.
 */
const WHOLE = 0;
const HEADER_BYTES = 4;
const LIMIT_BYTES = 64 * 1024 * 1024;

/** Whether there is shared memory, and of a kind that grows: how long the file is, is known when it comes. */
export const canShareFiles = () =>
  typeof SharedArrayBuffer !== "undefined" &&
  globalThis.crossOriginIsolated &&
  "grow" in SharedArrayBuffer.prototype;

export const newSharedFile = () =>
  new SharedArrayBuffer(HEADER_BYTES, { maxByteLength: HEADER_BYTES + LIMIT_BYTES });

/** Puts the bytes in and wakes whoever waits for them. */
export function fillSharedFile(file: SharedArrayBuffer, bytes: ArrayBuffer) {
  file.grow(HEADER_BYTES + bytes.byteLength);
  new Uint8Array(file, HEADER_BYTES).set(new Uint8Array(bytes));
  const state = new Int32Array(file, 0, 1);
  Atomics.store(state, WHOLE, 1);
  Atomics.notify(state, WHOLE);
}

/** A copy of the bytes. Where they have not come yet, calls `ask` and blocks this worker until they have. */
export function readSharedFile(file: SharedArrayBuffer, ask: () => void): Uint8Array<ArrayBuffer> {
  const state = new Int32Array(file, 0, 1);
  if (Atomics.load(state, WHOLE) === 0) {
    ask();
    Atomics.wait(state, WHOLE, 0);
  }
  return new Uint8Array(new Uint8Array(file, HEADER_BYTES));
}
