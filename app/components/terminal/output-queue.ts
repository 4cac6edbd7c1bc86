/** More than anybody scrolls back through; a program that prints without end must not fill the page's memory. */
const WAITING_LIMIT_BYTES = 256_000;
/** What is left of it when it is cut. */
const LEFT_BYTES = 64_000;
/** The terminal reads this in a few milliseconds, so that the page can do something else in between. */
const TAKEN_LIMIT_BYTES = 32_000;
const LINE_FEED = 0x0a;

/** CAN ends an escape sequence that was cut in two, SGR 0 its colours. */
const CUT = new TextEncoder().encode("\u0018\u001b[0m\r\n… cut: more was printed than can be shown\r\n");

/** What a shell printed and its terminal has not read yet. Past 256 kB the oldest is left out, with a note in its place. */
export function openOutputQueue() {
  let chunks: Uint8Array[] = [];
  let waitingBytes = 0;

  const set = (given: Uint8Array[]) => {
    chunks = given;
    waitingBytes = given.reduce((sum, { length }) => sum + length, 0);
  };
  const cut = () => {
    const all = joined(chunks, waitingBytes);
    const tail = all.subarray(all.length - LEFT_BYTES);
    set([CUT, tail.slice(tail.indexOf(LINE_FEED) + 1)]);
  };

  return {
    push(bytes: Uint8Array) {
      chunks.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes > WAITING_LIMIT_BYTES) cut();
    },
    /** The next bytes to show, as many as are read in one go; null where none wait. */
    take(): Uint8Array | null {
      if (waitingBytes === 0) return null;
      const all = joined(chunks, waitingBytes);
      set(all.length > TAKEN_LIMIT_BYTES ? [all.slice(TAKEN_LIMIT_BYTES)] : []);
      return all.subarray(0, TAKEN_LIMIT_BYTES);
    },
    clear: () => set([]),
  };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
