import { backoffMs } from "./backoff";
import { hear } from "./news";
import { sendWaiting, type HeldUp, type Send, type SendResult } from "./send-waiting";

const LOCK = "lento:outbox";
/** A draft goes to the server this long after it changed: while somebody types, not every word does. */
const DRAFT_DELAY_MS = 2_500;

/** Sends what is written on the device, whenever there is something and the server can be reached. */
export type Outbox = {
  /** Sends now, whatever was planned. */
  readonly wake: () => void;
  /** Why the last sending got stuck; null if it did not. */
  readonly heldUp: () => HeldUp | null;
  readonly close: () => void;
};

/** Opens this tab's outbox. Tabs take turns: what one has sent, the others find sent. */
export function openOutbox({ send, onChange }: { send: Send; onChange: () => void }): Outbox {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let patienceUntilMs = 0;
  let failures = 0;
  let heldUp: HeldUp | null = null;
  let isSending = false;
  let isAskedAgain = false;

  const plan = (atMs: number) => {
    if (atMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = atMs;
    timer = setTimeout(() => void work(), atMs - performance.now());
  };
  const wake = () => plan(performance.now());
  /** As planned after a failure, if that is later. */
  const wakeIn = (delayMs: number) => plan(Math.max(patienceUntilMs, performance.now() + delayMs));

  const note = (result: SendResult) => {
    heldUp = result.outcome === "held-up" ? result : null;
    failures = heldUp === null ? 0 : failures + 1;
    patienceUntilMs = 0;
    if (heldUp !== null) {
      const { retryAfterMs } = heldUp;
      patienceUntilMs = performance.now() + backoffMs({ failures, retryAfterMs, random: Math.random() });
      plan(patienceUntilMs);
    }
    onChange();
  };

  async function work() {
    dueMs = Number.POSITIVE_INFINITY;
    isAskedAgain = true;
    if (isSending) return;
    isSending = true;
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        note(await inTurn(() => sendWaiting(send, () => new Date())));
      }
    } catch (error) {
      // The device's own store failed: it is tried again, and the console knows why.
      note({ outcome: "held-up", message: null, retryAfterMs: null });
      reportError(error);
    } finally {
      isSending = false;
    }
  }

  const wakeIfSeen = () => {
    if (document.visibilityState === "visible") wake();
  };
  const stopHearing = hear(({ about }) => {
    if (about === "outbox") wakeIn(0);
    if (about === "drafts") wakeIn(DRAFT_DELAY_MS);
  });
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", wakeIfSeen);
  wake();
  return {
    wake,
    heldUp: () => heldUp,
    close() {
      clearTimeout(timer);
      stopHearing();
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wakeIfSeen);
    },
  };
}

/** One tab after the other; a browser without locks sends from several, and the server takes each thing once. */
const inTurn = (act: () => Promise<SendResult>): Promise<SendResult> =>
  "locks" in navigator ? navigator.locks.request(LOCK, act) : act();
