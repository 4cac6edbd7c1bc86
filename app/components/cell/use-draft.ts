import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { loadedDeviceWork, onDeviceWork } from "@/app/components/shell/load-device-work";
import type { ShownDraft } from "@/lib/outbox/draft-book";
import { hashText } from "@/lib/outbox/hash-text";
import { arePageDraftsOpen, askForOthersOnce, openPageDrafts } from "./open-page-drafts";

/** What the learner has to decide about a draft; null: nothing. */
export type DraftQuestion = {
  readonly by: "another tab" | "another device" | "the author";
  /** The code that is offered. */
  readonly code: string;
  readonly at: string | null;
};

const none: ShownDraft = { text: null, draft: null, rival: null };

/** The learner's code of one cell in one language, kept on the device and sent to the server. */
export function useDraft({ page, name, authorsCode }: { page: string; name: string; authorsCode: string }) {
  const place = useMemo(() => ({ page, name }), [page, name]);
  const shown = useSyncExternalStore(
    onDeviceWork,
    useCallback(() => loadedDeviceWork()?.book.shown(place) ?? none, [place]),
    () => none,
  );
  useEffect(() => openPageDrafts(page), [page]);
  const isOpen = useSyncExternalStore(
    onDeviceWork,
    () => arePageDraftsOpen(page),
    () => false,
  );
  const starterHash = useMemo(() => hashText(authorsCode), [authorsCode]);
  // Nothing is written before what keeps it is there: see `openToWrite`.
  const write = (text: string | null, isTyped: boolean) =>
    loadedDeviceWork()?.book.edit(place, { text, starterHash, isTyped });

  const question = questionOf(shown, { starterHash, authorsCode });
  return {
    place,
    text: shown.text,
    /** False until the device was asked: before that nobody knows whether there is a draft. */
    isOpen,
    question,
    /** Somebody is about to use it. */
    prepare: () => askForOthersOnce(page),
    type: (text: string | null) => write(text, true),
    /** Puts a whole text in the draft's place, as a version of its own. */
    replace: (text: string | null) => write(text, false),
    decide(decision: "take" | "keep") {
      const book = loadedDeviceWork()?.book;
      if (question?.by !== "the author") return void book?.settle(place, decision);
      const text = decision === "take" ? null : shown.text;
      return book?.edit(place, { text, starterHash, isTyped: false, acceptsStarter: true });
    },
  };
}

function questionOf(
  { text, draft, rival }: ShownDraft,
  { starterHash, authorsCode }: { starterHash: string; authorsCode: string },
): DraftQuestion | null {
  if (rival !== null) return { by: "another tab", code: rival.text ?? authorsCode, at: rival.at };
  const offer = draft?.offer ?? null;
  if (offer !== null) return { by: "another device", code: offer.text ?? authorsCode, at: offer.at };
  const grewFrom = draft?.starterHash ?? null;
  const isOutdated = text !== null && grewFrom !== null && grewFrom !== starterHash;
  return isOutdated ? { by: "the author", code: authorsCode, at: null } : null;
}

export type WorkbenchDraft = ReturnType<typeof useDraft>;
