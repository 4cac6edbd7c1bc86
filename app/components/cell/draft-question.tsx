import { fetchedPart } from "@/app/components/shell/fetched-part";
import type { WorkbenchDraft } from "./use-draft";

// It is there before there can be anything to decide: see `open-page-drafts`.
const DraftNotice = fetchedPart(async () => (await import("./draft-notice")).DraftNotice);

/** Asks which of two codes to go on with, where there are two. */
export function DraftQuestion({ draft: { question, decide } }: { readonly draft: WorkbenchDraft }) {
  if (question === null) return null;
  return <DraftNotice question={question} onDecide={decide} />;
}
