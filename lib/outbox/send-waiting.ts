import { DRAFT_MAX_CHARACTERS, DraftAnswer, type DraftRequest } from "@/lib/course/draft-request";
import { reading } from "./device";
import { type Draft, isUnsent, readDraft } from "./draft";
import { noteAnswer, outboxItems, type OutboxItem } from "./outbox-item";
import { meetServerDrafts, noteSent } from "./server-drafts";

/** What goes to the server. */
export type Message =
  | { readonly kind: OutboxItem["kind"]; readonly body: unknown }
  | { readonly kind: "draft"; readonly body: DraftRequest };

/** What came of sending it once. */
export type Sent =
  | { readonly outcome: "answered"; readonly value: unknown }
  | {
      readonly outcome: "refused";
      readonly status: number;
      readonly message: string;
      /** How long the server asks to wait, where it does. */
      readonly retryAfterMs: number | null;
    }
  | { readonly outcome: "offline" };

export type Send = (message: Message) => Promise<Sent>;

/** `held-up`: something could not be sent now; it and all behind it stay where they are. */
export type SendResult = { readonly outcome: "all-sent" } | HeldUp;
export type HeldUp = {
  readonly outcome: "held-up";
  /** What the server said, as a sentence; null where it was not reached. */
  readonly message: string | null;
  readonly retryAfterMs: number | null;
};

const TOO_LONG = `This code is longer than the ${DRAFT_MAX_CHARACTERS.toLocaleString("en")} characters that the server keeps: it stays on this device.`;

/** The server may take it later: it is restarting, or asks us to slow down. */
const isPassing = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/** Sends what waits, one after the other in the order in which it was handed in, then the drafts. */
export async function sendWaiting(send: Send, now: () => Date): Promise<SendResult> {
  for (let item = await firstWaiting(); item !== null; item = await firstWaiting()) {
    const sent = await send({ kind: item.kind, body: item.body });
    if (sent.outcome === "offline") return NOT_REACHED;
    if (sent.outcome === "answered") await noteAnswer(item.id, { name: "answered", answer: sent.value });
    else if (isPassing(sent.status)) return heldUp(sent);
    else await noteAnswer(item.id, { name: "refused", message: sent.message });
  }
  for (const draft of await unsentDrafts()) {
    if ((draft.text?.length ?? 0) > DRAFT_MAX_CHARACTERS) {
      await noteSent(draft.key, { change: draft.change, refusal: TOO_LONG });
      continue;
    }
    const sent = await send({ kind: "draft", body: requestOf(draft) });
    if (sent.outcome === "offline") return NOT_REACHED;
    if (sent.outcome === "answered") await noteDraftAnswer(draft, DraftAnswer.parse(sent.value), now());
    else if (isPassing(sent.status)) return heldUp(sent);
    else await noteSent(draft.key, { change: draft.change, refusal: sent.message });
  }
  return { outcome: "all-sent" };
}

const NOT_REACHED: HeldUp = { outcome: "held-up", message: null, retryAfterMs: null };
const heldUp = ({ message, retryAfterMs }: Omit<HeldUp, "outcome">): HeldUp => ({
  outcome: "held-up",
  message,
  retryAfterMs,
});

const firstWaiting = async () => (await outboxItems()).find(({ state }) => state.name === "waiting") ?? null;

/** Those that changed last come last. */
export async function unsentDrafts(): Promise<readonly Draft[]> {
  const records = await (await reading()).objectStore("drafts").getAll();
  const drafts = records.map(readDraft).filter((draft) => draft !== null);
  return drafts.filter(isUnsent).toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

const requestOf = ({ page, name, text, starterHash, change, serverVersion: base }: Draft): DraftRequest => ({
  page,
  name,
  text,
  starterHash,
  change,
  base,
});

async function noteDraftAnswer(draft: Draft, answer: DraftAnswer, now: Date) {
  switch (answer.status) {
    case "kept":
      return noteSent(draft.key, { change: draft.change, version: answer.version });
    case "overtaken":
      return meetServerDrafts([answer.draft], now);
    default:
      return answer satisfies never;
  }
}
