import type { OutputStream, RunEvent } from "@/lib/run/run-event";
import { openRingReader } from "./output-ring";

/** Output goes to the page at most this often, so that a flood leaves it time to paint. */
const RELAY_INTERVAL_MS = 16;

/** How much all processes of a run may still print together. */
export type OutputAllowance = { leftCharacters: number; wasCut: boolean };

/**
 * Carries the output of one of a run's processes to the page: at once when it is quiet, in batches when it is not, and
 * never more than the run may print, whatever the process claims.
 */
export function openOutputRelay({
  ring,
  outputLimitBytes,
  allowance,
  onEvent,
}: {
  ring: SharedArrayBuffer | null;
  outputLimitBytes: number;
  allowance: OutputAllowance;
  onEvent: (event: RunEvent) => void;
}) {
  const reader = ring && openRingReader(ring);
  let waiting: { stream: OutputStream; text: string }[] = [];
  let lastFlushMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const output = (stream: OutputStream, text: string) => {
    const kept = text.slice(0, allowance.leftCharacters);
    allowance.leftCharacters -= kept.length;
    if (kept !== "") waiting.push({ stream, text: kept });
    if (kept.length < text.length) cut();
  };
  const cut = () => {
    if (allowance.wasCut) return;
    allowance.wasCut = true;
    flush();
    onEvent({ type: "output-cut", outputLimitBytes });
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
    cut,
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
