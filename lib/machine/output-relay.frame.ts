import type { OutputStream, RunEvent } from "@/lib/run/run-event";
import { openRingReader } from "./output-ring";

/** Output goes to the page at most this often, so that a flood leaves it time to paint. */
const RELAY_INTERVAL_MS = 16;

type Chunk = { readonly stream: OutputStream; text: string };

/**
 * Carries the output of all processes of a run to the page: at once when it is quiet, in batches when it is not, in the
 * order in which it was written, and never more than the run may print, whatever the processes claim.
 */
export function openRunOutput({
  outputLimitBytes,
  onEvent,
}: {
  outputLimitBytes: number;
  onEvent: (event: RunEvent) => void;
}) {
  const readers = new Set<ReturnType<typeof openRingReader>>();
  let leftCharacters = outputLimitBytes;
  let wasCut = false;
  let waiting: Chunk[] = [];
  let lastFlushMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const output = (stream: OutputStream, text: string) => {
    const kept = text.slice(0, leftCharacters);
    leftCharacters -= kept.length;
    if (kept !== "") waiting.push({ stream, text: kept });
    if (kept.length < text.length) cut();
  };
  const cut = () => {
    if (wasCut) return;
    wasCut = true;
    flush();
    onEvent({ type: "output-cut", outputLimitBytes });
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    lastFlushMs = performance.now();
    // What one process wrote after another had, and because of it, is in its ring no sooner than the other's is.
    const records = [...readers].flatMap(({ drain }) => drain());
    for (const { stream, text } of records.toSorted((one, other) => one.writtenAtMs - other.writtenAtMs))
      output(stream, text);
    const batch = waiting;
    waiting = [];
    for (const { stream, text } of joined(batch)) onEvent({ type: "output", stream, text });
  };
  const flushSoon = () => {
    const quietMs = performance.now() - lastFlushMs;
    if (quietMs >= RELAY_INTERVAL_MS) flush();
    else timer ??= setTimeout(flush, RELAY_INTERVAL_MS - quietMs);
  };

  return {
    /** The part of one process; `ring` is null where it tells its output by messages. */
    relay(ring: SharedArrayBuffer | null) {
      const reader = ring && openRingReader(ring);
      if (reader !== null) readers.add(reader);
      return {
        doorbell: flushSoon,
        output(stream: OutputStream, text: string) {
          output(stream, text);
          flushSoon();
        },
        cut,
        flush,
        /** Tells what is left, and hears no more. */
        close() {
          flush();
          if (reader !== null) readers.delete(reader);
        },
      };
    },
  };
}

function joined(batch: readonly Chunk[]) {
  const chunks: Chunk[] = [];
  for (const { stream, text } of batch) {
    const last = chunks.at(-1);
    if (last?.stream === stream) last.text += text;
    else chunks.push({ stream, text });
  }
  return chunks;
}
