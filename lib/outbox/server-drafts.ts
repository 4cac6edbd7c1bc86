import type { ServerDraft } from "@/lib/course/draft-request";
import { writing, type Writing } from "./device";
import { type Draft, draftKey, readDraft } from "./draft";
import { keepVersion } from "./draft-version";
import { tell } from "./news";

/** Takes what the server has of a page's drafts: what is not here yet is put here, what differs is offered. */
export async function meetServerDrafts(drafts: readonly ServerDraft[], now: Date): Promise<void> {
  const transaction = await writing();
  for (const theirs of drafts) await meet(transaction, theirs, now);
  await transaction.done;
  tell({ about: "drafts" });
}

async function meet(transaction: Writing, theirs: ServerDraft, now: Date) {
  const store = transaction.objectStore("drafts");
  const key = draftKey(theirs);
  const ours = readDraft(await store.get(key));
  if (ours === null) return store.put(await taken(transaction, { key, theirs, now }));
  if (theirs.version <= ours.serverVersion) return undefined;
  // The answer to our own sending was lost, or both wrote the same.
  if (theirs.change === ours.change || theirs.text === ours.text)
    return store.put({ ...ours, serverVersion: theirs.version, sentChange: ours.change, offer: null });
  return store.put({ ...ours, offer: theirs });
}

/** Their draft as ours; it is a version of its own, so that it can be had again. */
async function taken(
  transaction: Writing,
  { key, theirs, now }: { key: string; theirs: ServerDraft; now: Date },
): Promise<Draft> {
  const { page, name, text, starterHash, change, version: serverVersion, at } = theirs;
  await keepVersion(transaction, { draft: key, text, typedIn: null, now });
  const sent = { serverVersion, sentChange: change, offer: null, refusal: null };
  return { key, page, name, text, starterHash, change, at, ...sent };
}

/** The learner's decision between a draft and the one that is offered. Both are among the versions after it. */
export async function settleOffer(key: string, decision: "take" | "keep", now: Date): Promise<void> {
  const transaction = await writing();
  const store = transaction.objectStore("drafts");
  const ours = readDraft(await store.get(key));
  const theirs = ours?.offer ?? null;
  if (ours !== null && theirs !== null) {
    const version = { draft: key, typedIn: null, now };
    if (decision === "take") {
      await keepVersion(transaction, { ...version, text: ours.text });
      await store.put(await taken(transaction, { key, theirs, now }));
    } else {
      await keepVersion(transaction, { ...version, text: theirs.text });
      await keepVersion(transaction, { ...version, text: ours.text });
      await store.put({ ...ours, serverVersion: theirs.version, sentChange: null, offer: null });
    }
  }
  await transaction.done;
  tell({ about: "drafts" });
}

/** Notes what came of sending a draft; it may have been changed since. */
export async function noteSent(
  key: string,
  sent:
    | { readonly change: string; readonly version: number }
    | { readonly change: string; readonly refusal: string },
): Promise<void> {
  const transaction = await writing();
  const store = transaction.objectStore("drafts");
  const draft = readDraft(await store.get(key));
  if (draft !== null)
    await store.put(
      "version" in sent
        ? { ...draft, serverVersion: sent.version, sentChange: sent.change, refusal: null }
        : { ...draft, refusal: { change: sent.change, message: sent.refusal } },
    );
  await transaction.done;
  tell({ about: "drafts" });
}
