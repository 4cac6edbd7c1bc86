import * as z from "zod/mini";
import { openDraftBook } from "@/lib/outbox/draft-book";
import { noteWork } from "@/lib/outbox/first-work";
import { hear } from "@/lib/outbox/news";
import { openOutbox } from "@/lib/outbox/outbox";
import type { HeldUp, Message, Sent } from "@/lib/outbox/send-waiting";
import { lookAtWork, type Work } from "@/lib/outbox/work";
import { askAsLearner } from "./ask-as-learner";

/** How it stands with the learner's work on this device. */
export type DeviceWork = {
  /** Null until it was looked at. */
  readonly work: Work | null;
  /** Something was typed and is not on the device yet. */
  readonly isUnwritten: boolean;
  /** Why sending got stuck; null while it does not. */
  readonly heldUp: HeldUp | null;
  /** The browser keeps nothing. */
  readonly isRefused: boolean;
};

/** Where each kind of message goes. */
export const addresses = {
  attempt: ["/api/attempts", "POST"],
  submission: ["/api/submissions", "POST"],
  draft: ["/api/drafts", "PUT"],
} as const satisfies Record<Message["kind"], readonly [string, "POST" | "PUT"]>;

/** A page's one draft book and outbox; it is opened once, by `loadDeviceWork`. */
export function openDeviceWork(onChange: () => void) {
  let current: DeviceWork = { work: null, isUnwritten: false, heldUp: null, isRefused: false };
  let isUnreadable = false;
  const book = openDraftBook({ now: () => new Date(), onChange: refresh });
  const outbox = openOutbox({ send, onChange: refresh });

  function refresh() {
    const isRefused = book.trouble() !== null || isUnreadable;
    const next = { ...current, isUnwritten: book.isUnwritten(), heldUp: outbox.heldUp(), isRefused };
    // Every letter typed comes by here: who only asks where the work is need not hear of most.
    if (!isSame(current, next)) current = next;
    onChange();
  }

  async function look() {
    const work = await lookAtWork().catch(() => null);
    isUnreadable = work === null;
    current = { ...current, work };
    refresh();
    if (work === null || work.isNone) return;
    // Refused, or not to be had: what is kept may then be cleared, as before.
    noteWork().catch(() => {});
  }

  hear(() => void look());
  void look();
  const flush = () => void book.flush();
  addEventListener("pagehide", () => void book.leave());
  document.addEventListener("visibilitychange", flush);
  return { book, outbox, current: () => current };
}

function send({ kind, body }: Message): Promise<Sent> {
  const [address, method] = addresses[kind];
  return askAsLearner(address, z.unknown(), body, method);
}

const isSame = (one: DeviceWork, other: DeviceWork) =>
  one.work === other.work &&
  one.isUnwritten === other.isUnwritten &&
  one.heldUp === other.heldUp &&
  one.isRefused === other.isRefused;
