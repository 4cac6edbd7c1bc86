import { PIPE_BYTES } from "@/lib/machine/kernel-memory";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import { KEYBOARD_PIPE } from "@/lib/machine/pipes";

const LINE_END = 10;

/** Lines that the learner types: whoever asks for one blocks until it is there. */
export function openKeyboardLines({
  kernel: { pipes, signal, meters, memory },
  wantInput,
  isInterrupted,
}: {
  kernel: MachineKernel;
  /** Tells the frame that somebody waits. */
  wantInput: () => void;
  isInterrupted: () => boolean;
}) {
  let typed = new Uint8Array(0);

  const take = () => {
    const fresh = pipes.read(KEYBOARD_PIPE, PIPE_BYTES);
    const all = new Uint8Array(typed.length + fresh.length);
    all.set(typed);
    all.set(fresh, typed.length);
    typed = all;
  };
  const lineUpTo = (end: number) => {
    const line = new TextDecoder().decode(typed.subarray(0, end));
    typed = typed.slice(end + 1);
    return { outcome: "line", line: line.replace(/\r$/, "") } as const;
  };

  return {
    /** The next line without its end; `ended` at the end of the input. */
    next() {
      let hasAsked = false;
      for (;;) {
        const seen = signal.count();
        take();
        const end = typed.indexOf(LINE_END);
        if (end !== -1) return lineUpTo(end);
        if (pipes.isAtEnd(KEYBOARD_PIPE))
          return typed.length > 0 ? lineUpTo(typed.length) : ({ outcome: "ended" } as const);
        if (isInterrupted()) return { outcome: "interrupted" } as const;
        if (memory instanceof ArrayBuffer) return { outcome: "cannot-wait" } as const;
        if (!hasAsked) wantInput();
        hasAsked = true;
        meters.beginWait("input");
        signal.wait(seen, -1);
        meters.endWait();
      }
    },
  };
}
export type KeyboardLines = ReturnType<typeof openKeyboardLines>;
