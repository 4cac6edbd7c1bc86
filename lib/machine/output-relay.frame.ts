import type { OutputStream, RunEvent } from "@/lib/run/run-event";
import { openRingReader } from "./output-ring";

/** Output goes to the page at most this often, so that a flood leaves it time to paint. */
const RELAY_INTERVAL_MS = 16;

/**
 * Carries one run's output from its process to the page: at once when it is quiet, in batches when it is not, and
 * never more than the limit, whatever the process claims.
 */
export function openOutputRelay({
  ring,
  outputLimitBytes,
  onEvent,
}: {
  ring: SharedArrayBuffer | null;
  outputLimitBytes: number;
  onEvent: (event: RunEvent) => void;
}) {
  const reader = ring && openRingReader(ring);
  let waiting: { stream: OutputStream; text: string }[] = [];
  let leftCharacters = outputLimitBytes;
  let wasCut = false;
  let lastFlushMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const output = (stream: OutputStream, text: string) => {
    const kept = text.slice(0, leftCharacters);
    leftCharacters -= kept.length;
    if (kept !== "") waiting.push({ stream, text: kept });
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    lastFlushMs = performance.now();
    for (const { stream, text } of reader?.drain() ?? []) output(stream, text);
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
    doorbell: flushSoon,
    output(stream: OutputStream, text: string) {
      output(stream, text);
      flushSoon();
    },
    cut() {
      if (wasCut) return;
      wasCut = true;
      flush();
      onEvent({ type: "output-cut", outputLimitBytes });
    },
    flush,
  };
}

function joined(batch: { stream: OutputStream; text: string }[]) {
  const chunks: { stream: OutputStream; text: string }[] = [];
  for (const { stream, text } of batch) {
    const last = chunks.at(-1);
    if (last?.stream === stream) last.text += text;
    else chunks.push({ stream, text });
  }
  return chunks;
}
