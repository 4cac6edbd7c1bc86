import * as z from "zod/mini";
import { openOutputQueue } from "./output-queue";

/** What stood in a terminal, as text with the escape sequences that draw it again. */
export const KeptScreen = z.strictObject({ columns: z.int(), rows: z.int(), text: z.string() });
export type KeptScreen = z.infer<typeof KeptScreen>;

/** A terminal in which nothing stands, as a shell at its prompt has left it: ready to be pasted into. */
export const atPrompt: KeptScreen = { columns: 80, rows: 24, text: "\u001b[?2004h" };

/** A terminal that shows what a shell prints. */
export type Screen = {
  /** Shows this and calls back when it has been read. */
  readonly write: (bytes: Uint8Array, onRead: () => void) => void;
  /** Shows this alone. */
  readonly restore: (kept: KeptScreen) => void;
  readonly keep: () => KeptScreen;
};

/**
 * The way from one shell to its terminal, which may come later than the first output: bytes pass by React, and no more
 * of them at a time than the terminal reads.
 */
export function openScreenFeed() {
  const queue = openOutputQueue();
  let screen: Screen | null = null;
  /** What the terminal is to show first, once it is there. */
  let first: KeptScreen | null = null;
  let isReading = false;
  let onAllRead: (() => void)[] = [];

  const pass = () => {
    if (screen === null || isReading) return;
    const bytes = queue.take();
    if (bytes === null) {
      for (const tell of onAllRead) tell();
      onAllRead = [];
      return;
    }
    isReading = true;
    const reading = screen;
    reading.write(bytes, () => {
      if (screen !== reading) return;
      isReading = false;
      pass();
    });
  };
  const detach = () => {
    if (screen !== null) first = screen.keep();
    screen = null;
    isReading = false;
    for (const tell of onAllRead) tell();
    onAllRead = [];
  };

  return {
    push(bytes: Uint8Array) {
      queue.push(bytes);
      pass();
    },
    /** Shows this alone. */
    restore(kept: KeptScreen) {
      queue.clear();
      if (screen === null) first = kept;
      else screen.restore(kept);
    },
    /** Gives the shell its terminal; what is given takes it away again. */
    attach(given: Screen) {
      detach();
      screen = given;
      if (first !== null) given.restore(first);
      first = null;
      pass();
      return () => {
        if (screen === given) detach();
      };
    },
    /** What stands in the terminal when all that was printed until now has been read; null where there was none yet. */
    async keep(): Promise<KeptScreen | null> {
      if (screen === null) return first;
      await new Promise<void>((resolve) => {
        onAllRead.push(resolve);
        pass();
      });
      return screen?.keep() ?? first;
    },
  };
}
export type ScreenFeed = ReturnType<typeof openScreenFeed>;
