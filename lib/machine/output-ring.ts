import type { OutputStream } from "@/lib/run/run-event";

/**
 * A byte ring in shared memory that carries a process's output to the frame, both streams in the order they were
 * written, even while the process computes without a pause. One writer, one reader.
 *
 * Layout: three int32 (bytes written, bytes read, doorbell raised), then the ring. A record is one byte for the
 * stream, four for the length, eight for the time (a float64; both little endian), then UTF-8 text. Both counters wrap at 2³².
 */
const HEADER_BYTES = 12;
const RING_BYTES = 64 * 1024;
const RECORD_HEADER_BYTES = 13;
const LENGTH_AT = 1;
const TIME_AT = 5;
const WRITTEN = 0;
const READ = 1;
const DOORBELL = 2;
const streams: readonly OutputStream[] = ["stdout", "stderr"];

/** How long a writer waits for room before it asks again; the reader wakes it earlier. */
const ROOM_WAIT_MS = 50;

export const newOutputRing = () => new SharedArrayBuffer(HEADER_BYTES + RING_BYTES);

/**
 * Gives `write`, which puts text into the ring and rings the doorbell once for each time it is emptied. It blocks
 * while the ring is full, so a flood goes at the reader's pace.
 */
export function openRingWriter(ring: SharedArrayBuffer, ringDoorbell: () => void) {
  const counters = new Int32Array(ring, 0, 3);
  const bytes = new Uint8Array(ring, HEADER_BYTES);
  const encoder = new TextEncoder();

  const put = (source: Uint8Array, at: number) => {
    const offset = (at >>> 0) % RING_BYTES;
    const untilEnd = Math.min(source.length, RING_BYTES - offset);
    bytes.set(source.subarray(0, untilEnd), offset);
    bytes.set(source.subarray(untilEnd), 0);
  };

  const writeRecord = (stream: OutputStream, text: Uint8Array) => {
    const needed = RECORD_HEADER_BYTES + text.length;
    const written = Atomics.load(counters, WRITTEN);
    for (;;) {
      const read = Atomics.load(counters, READ);
      if (RING_BYTES - ((written - read) | 0) >= needed) break;
      Atomics.wait(counters, READ, read, ROOM_WAIT_MS);
    }
    const header = new Uint8Array(RECORD_HEADER_BYTES);
    header[0] = streams.indexOf(stream);
    const view = new DataView(header.buffer);
    view.setUint32(LENGTH_AT, text.length, true);
    view.setFloat64(TIME_AT, performance.timeOrigin + performance.now(), true);
    put(header, written);
    put(text, written + RECORD_HEADER_BYTES);
    Atomics.store(counters, WRITTEN, (written + needed) | 0);
    if (Atomics.exchange(counters, DOORBELL, 1) === 0) ringDoorbell();
  };

  const largest = RING_BYTES / 4;
  return {
    write(stream: OutputStream, text: string) {
      const encoded = encoder.encode(text);
      for (let start = 0; start < encoded.length;) {
        const end = characterBoundary(encoded, Math.min(start + largest, encoded.length));
        writeRecord(stream, encoded.subarray(start, end));
        start = end;
      }
    },
  };
}

/** The last place at or before `end` where no UTF-8 character is torn. */
function characterBoundary(encoded: Uint8Array, end: number) {
  let boundary = end;
  while (boundary < encoded.length && ((encoded[boundary] ?? 0) & 0xc0) === 0x80) boundary -= 1;
  return boundary;
}

/** What was written at once, and when: milliseconds that all processes of a page count alike. */
export type OutputRecord = {
  readonly stream: OutputStream;
  readonly text: string;
  readonly writtenAtMs: number;
};

/** Gives `drain`, which empties the ring. What it holds was written by learner code: a nonsense length ends it. */
export function openRingReader(ring: SharedArrayBuffer) {
  const counters = new Int32Array(ring, 0, 3);
  const bytes = new Uint8Array(ring, HEADER_BYTES);
  const decoder = new TextDecoder();

  const take = (at: number, length: number) => {
    const offset = (at >>> 0) % RING_BYTES;
    const copy = new Uint8Array(length);
    const untilEnd = Math.min(length, RING_BYTES - offset);
    copy.set(bytes.subarray(offset, offset + untilEnd));
    copy.set(bytes.subarray(0, length - untilEnd), untilEnd);
    return copy;
  };

  return {
    drain(): OutputRecord[] {
      Atomics.store(counters, DOORBELL, 0);
      const records: OutputRecord[] = [];
      const written = Atomics.load(counters, WRITTEN);
      let read = Atomics.load(counters, READ);
      while (((written - read) | 0) >= RECORD_HEADER_BYTES) {
        const header = take(read, RECORD_HEADER_BYTES);
        const view = new DataView(header.buffer);
        const length = view.getUint32(LENGTH_AT, true);
        const writtenAtMs = view.getFloat64(TIME_AT, true);
        const stream = streams[header[0] ?? 0];
        if (stream === undefined || length > ((written - read) | 0) - RECORD_HEADER_BYTES) {
          read = written;
          break;
        }
        const text = decoder.decode(take(read + RECORD_HEADER_BYTES, length));
        records.push({ stream, text, writtenAtMs });
        read = (read + RECORD_HEADER_BYTES + length) | 0;
      }
      Atomics.store(counters, READ, read);
      Atomics.notify(counters, READ);
      return records;
    },
  };
}
