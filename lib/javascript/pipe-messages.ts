import { PIPE_BYTES } from "@/lib/machine/kernel-memory";
import type { MachineKernel } from "@/lib/machine/machine-kernel";

/** What processes of JavaScript tell each other: text, and the bytes it speaks of. */
export type PipeMessage = { readonly text: string; readonly buffers: readonly Uint8Array[] };

type Pipes = MachineKernel["pipes"];

const LENGTH_BYTES = 4;

/**
 * Writes messages into a pipe, as much at a time as there is room for. A message is the number of its parts, then each
 * part behind its length in bytes; the first part is the text.
 */
export function openMessageWriter(pipes: Pipes, pipe: number) {
  // Whoever waits anywhere in the machine is woken by every write: a message is written at once where it fits.
  const waiting: Uint8Array[] = [];
  return {
    post: (message: PipeMessage) => void waiting.push(bytesOf(message)),
    /** True if anything could be written. */
    flush(): boolean {
      let hasWritten = false;
      for (let bytes = waiting[0]; bytes !== undefined; bytes = waiting[0]) {
        const count = pipes.write(pipe, bytes);
        hasWritten ||= count > 0;
        if (count < bytes.length) {
          waiting[0] = bytes.subarray(count);
          break;
        }
        waiting.shift();
      }
      return hasWritten;
    },
    isDone: () => waiting.length === 0,
  };
}

/** Reads messages from a pipe as their bytes come. */
export function openMessageReader(pipes: Pipes, pipe: number) {
  let received = new Uint8Array();
  let missingParts = 0;
  let parts: Uint8Array[] = [];
  let isPart = false;
  let target = new Uint8Array(LENGTH_BYTES);
  let filled = 0;

  const expect = (bytes: number, ofPart: boolean) => {
    target = new Uint8Array(bytes);
    filled = 0;
    isPart = ofPart;
  };
  /** Takes what is expected from what has come; false while there is too little. */
  const fill = () => {
    while (filled < target.length) {
      if (received.length === 0) received = pipes.read(pipe, PIPE_BYTES);
      if (received.length === 0) return false;
      const taken = received.subarray(0, target.length - filled);
      target.set(taken, filled);
      filled += taken.length;
      received = received.subarray(taken.length);
    }
    return true;
  };
  /** Goes on behind what has come as a whole; gives the message if that was its last part. */
  const advance = (): PipeMessage | null => {
    if (!isPart) {
      const length = new DataView(target.buffer).getUint32(0, true);
      if (missingParts > 0) expect(length, true);
      else {
        missingParts = length;
        expect(LENGTH_BYTES, false);
      }
      return null;
    }
    parts.push(target);
    missingParts -= 1;
    expect(LENGTH_BYTES, false);
    if (missingParts > 0) return null;
    const [text, ...buffers] = parts;
    parts = [];
    return { text: new TextDecoder().decode(text), buffers };
  };

  return {
    /** The next message, null as long as it has not come as a whole. */
    take(): PipeMessage | null {
      while (fill()) {
        const message = advance();
        if (message !== null) return message;
      }
      return null;
    },
    /** True once nothing can come any more. */
    isAtEnd: () => received.length === 0 && pipes.isAtEnd(pipe),
  };
}

function bytesOf({ text, buffers }: PipeMessage) {
  const parts = [new TextEncoder().encode(text), ...buffers];
  const bytes = new Uint8Array(
    parts.reduce((length, part) => length + LENGTH_BYTES + part.length, LENGTH_BYTES),
  );
  const view = new DataView(bytes.buffer);
  view.setUint32(0, parts.length, true);
  let at = LENGTH_BYTES;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + LENGTH_BYTES);
    at += LENGTH_BYTES + part.length;
  }
  return bytes;
}
