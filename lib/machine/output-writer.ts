import type { OutputStream } from "@/lib/run/run-event";
import { openRingWriter } from "./output-ring";
import type { FromProcess } from "./process-message";

/**
 * The way out for everything a program prints, used inside its process: through shared memory where there is some,
 * else by messages. Text past `outputLimitBytes` is dropped and told once, while the program goes on.
 */
export function openOutputWriter({
  ring,
  outputLimitBytes,
  send,
}: {
  ring: SharedArrayBuffer | null;
  outputLimitBytes: number;
  send: (message: FromProcess) => void;
}) {
  const encoder = new TextEncoder();
  const shared = ring && openRingWriter(ring, () => send({ type: "doorbell" }));
  let leftBytes = outputLimitBytes;
  let muted = false;
  let cut = false;

  const emit = (stream: OutputStream, text: string) =>
    shared ? shared.write(stream, text) : send({ type: "output", stream, text });

  return {
    /** Unheard until `unmute`: what is replayed before a cell has been shown already. */
    mute: () => (muted = true),
    unmute: () => (muted = false),
    /** False once the limit is reached: nothing more will be heard, so nothing more need be made. */
    write(stream: OutputStream, text: string): boolean {
      if (muted || cut || text === "") return !cut;
      const size = encoder.encode(text).length;
      if (size <= leftBytes) {
        leftBytes -= size;
        emit(stream, text);
        return true;
      }
      cut = true;
      const kept = new Uint8Array(leftBytes);
      const { read } = encoder.encodeInto(text, kept);
      emit(stream, text.slice(0, read));
      send({ type: "output-cut" });
      return false;
    },
  };
}
