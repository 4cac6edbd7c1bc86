import type { DraftPlace } from "@/lib/course/draft-request";
import { newId } from "@/lib/run/new-id";
import { type Draft, draftKey } from "./draft";
import { draftsOf, keepDraft } from "./keep-draft";
import { forgetLeft, leaveDraft } from "./left-draft";
import { hear } from "./news";
import { settleOffer } from "./server-drafts";

/** A draft is written once nobody has typed for this long, … */
const QUIET_MS = 400;
/** … and at the latest this long after the first letter. */
const LATEST_MS = 1_800;

/** A draft as this tab shows it. */
export type ShownDraft = {
  /** Null: as the author wrote it. */
  readonly text: string | null;
  /** As the device has it; null: it has none. */
  readonly draft: Draft | null;
  /** What another tab wrote while this one was editing: the learner is asked which one to go on with. */
  readonly rival: Draft | null;
};

type Entry = ShownDraft & {
  readonly place: DraftPlace;
  readonly starterHash: string | null;
  /** Edited in this tab: from then on it follows no other tab unasked. */
  readonly isEdited: boolean;
  /** Changed since it was last written. */
  readonly isUnwritten: boolean;
  readonly typedIn: string | null;
};

type Change = {
  readonly text: string | null;
  /** Of the author's code as it is now. */
  readonly starterHash: string;
  readonly isTyped: boolean;
  /** The learner has decided about what the author changed. */
  readonly acceptsStarter?: boolean;
};

const nothing: ShownDraft = { text: null, draft: null, rival: null };

/** The drafts that a tab shows: known at once, written to the device a moment later. */
export function openDraftBook({ now, onChange }: { now: () => Date; onChange: () => void }) {
  const tab = newId();
  const entries = new Map<string, Entry>();
  const loaded = new Set<string>();
  let trouble: unknown = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unwrittenSinceMs: number | null = null;

  // One thing after the other: a look at the device never comes between a writing and what follows from it.
  let last: Promise<void> = Promise.resolve();
  const then = (act: () => Promise<void>) => {
    last = last.then(act).then(
      () => void (trouble = null),
      (error: unknown) => void (trouble = error),
    );
    return last.then(onChange);
  };

  const put = (key: string, entry: Entry) => {
    entries.set(key, entry);
    onChange();
  };

  const see = (key: string, stored: Draft) => {
    const entry = entries.get(key);
    if (entry === undefined) {
      const { page, name, text, starterHash } = stored;
      const place = { page, name };
      const fresh = { isEdited: false, isUnwritten: false, typedIn: null };
      return put(key, { place, text, draft: stored, rival: null, starterHash, ...fresh });
    }
    if (entry.draft?.change === stored.change) return put(key, { ...entry, draft: stored });
    if (!entry.isEdited || entry.text === stored.text)
      return put(key, { ...entry, text: stored.text, draft: stored, rival: null, isUnwritten: false });
    return put(key, { ...entry, rival: stored });
  };

  const look = async (page: string) => {
    for (const [key, stored] of await draftsOf(page)) see(key, stored);
    loaded.add(page);
  };

  const write = async (key: string) => {
    const entry = entries.get(key);
    if (entry === undefined || !entry.isUnwritten) return;
    const { place, text, starterHash, draft, typedIn } = entry;
    const edit = { ...place, text, starterHash, typedIn, base: draft?.change ?? null, now: now() };
    const kept = await keepDraft(edit);
    const latest = entries.get(key) ?? entry;
    const isUnwritten = latest.text !== text;
    if (!isUnwritten) forgetLeft(key);
    if (kept.outcome === "kept") put(key, { ...latest, draft: kept.draft, rival: null, isUnwritten });
    else put(key, { ...latest, rival: kept.draft, isUnwritten });
  };

  const flush = () => {
    clearTimeout(timer);
    unwrittenSinceMs = null;
    return then(async () => {
      for (const key of entries.keys()) await write(key);
    });
  };

  const edit = (place: DraftPlace, { text, starterHash, isTyped, acceptsStarter = false }: Change) => {
    const key = draftKey(place);
    const entry = entries.get(key);
    // What grew from the author's earlier code still does, until the learner says otherwise.
    const isFresh = entry === undefined || entry.text === null || acceptsStarter;
    const grewFrom = isFresh ? starterHash : entry.starterHash;
    const typedIn = isTyped ? tab : null;
    const changed = { text, starterHash: grewFrom, typedIn, isEdited: true, isUnwritten: true };
    put(key, { place, draft: entry?.draft ?? null, rival: entry?.rival ?? null, ...changed });
    const nowMs = performance.now();
    unwrittenSinceMs ??= nowMs;
    clearTimeout(timer);
    const delayMs = isTyped ? Math.min(QUIET_MS, unwrittenSinceMs + LATEST_MS - nowMs) : 0;
    timer = setTimeout(() => void flush(), delayMs);
  };

  const stopHearing = hear(({ about }) => {
    if (about !== "drafts") return;
    void then(async () => {
      for (const page of loaded) await look(page);
    });
  });

  return {
    /** Reads a page's drafts from the device; `onLoaded` may bring some from elsewhere. */
    load: (page: string) => then(() => look(page)),
    isLoaded: (page: string) => loaded.has(page) || trouble !== null,
    shown: (place: DraftPlace): ShownDraft => entries.get(draftKey(place)) ?? nothing,
    edit,
    /** Writes at once what is not written yet. */
    flush,
    /** The page goes away, perhaps before a writing could end. */
    leave() {
      for (const { place, text, starterHash, draft, isUnwritten } of entries.values())
        if (isUnwritten) leaveDraft({ ...place, text, starterHash, base: draft?.change ?? null });
      return flush();
    },
    /** Something was changed and is not on the device yet. */
    isUnwritten: () => [...entries.values()].some((entry) => entry.isUnwritten),
    /** All that is shown in this tab, for when the device keeps nothing. */
    all: () => [...entries.values()].map(({ place, text }) => ({ ...place, text })),
    /** Why the device keeps nothing; null while it does. */
    trouble: () => trouble,
    /** Goes on with what another tab or device wrote, or with what is here. */
    async settle(place: DraftPlace, decision: "take" | "keep") {
      await flush();
      const key = draftKey(place);
      const entry = entries.get(key);
      if (entry === undefined) return;
      if (entry.rival !== null) {
        const { rival } = entry;
        if (decision === "keep") put(key, { ...entry, draft: rival, rival: null, isUnwritten: true });
        else put(key, { ...entry, text: rival.text, draft: rival, rival: null, isEdited: false });
        await flush();
        return;
      }
      if (decision === "take") put(key, { ...entry, isEdited: false });
      await then(() => settleOffer(key, decision, now()));
    },
    close() {
      clearTimeout(timer);
      stopHearing();
    },
  };
}
