import { lazy, Suspense } from "react";
import type { Workbench } from "./use-workbench";

// Fetched with the drafts (`open-page-drafts.ts`), without which there is nothing to offer.
const DraftNotice = lazy(async () => ({ default: (await import("./draft-details")).DraftNotice }));

/** A newer code than the one that is shown, where there is one. */
export function DraftOffer({ draft: { question, decide } }: { readonly draft: Workbench["draft"] }) {
  if (question === null) return null;
  return (
    <Suspense>
      <DraftNotice question={question} onDecide={decide} />
    </Suspense>
  );
}
