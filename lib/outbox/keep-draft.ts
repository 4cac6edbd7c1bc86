import type { DraftPlace } from "@/lib/course/draft-request";
import { newId } from "@/lib/run/new-id";
import { reading, writing } from "./device";
import { type Draft, draftKey, readDraft } from "./draft";
import { keepVersion } from "./draft-version";
import { tell } from "./news";

type Edit = DraftPlace & {
  readonly text: string | null;
  readonly starterHash: string | null;
  /** The change it was made on; null: none. */
  readonly base: string | null;
  /** The tab it was typed in; null where it was reset, restored or taken from elsewhere, and is a version by itself. */
  readonly typedIn: string | null;
  readonly now: Date;
};

/** `overtaken`: another tab had written meanwhile. Its draft stays, and ours is among the versions. */
type Kept =
  | { readonly outcome: "kept"; readonly draft: Draft }
  | { readonly outcome: "overtaken"; readonly draft: Draft };

/** Writes a draft to the device, unless it was made on another one than is there. */
export async function keepDraft({ base, typedIn, now, ...edit }: Edit): Promise<Kept> {
  const transaction = await writing();
  const key = draftKey(edit);
  const current = readDraft(await transaction.objectStore("drafts").get(key));
  await keepVersion(transaction, { draft: key, text: edit.text, typedIn, now });
  if (current !== null && current.change !== base) {
    await transaction.done;
    return { outcome: "overtaken", draft: current };
  }
  const unknown = { serverVersion: 0, sentChange: null, offer: null, refusal: null };
  const draft: Draft = { ...unknown, ...current, ...edit, key, change: newId(), at: now.toISOString() };
  await transaction.objectStore("drafts").put(draft);
  await transaction.done;
  tell({ about: "drafts" });
  return { outcome: "kept", draft };
}

/** The drafts of a page, by their keys. */
export async function draftsOf(page: string): Promise<ReadonlyMap<string, Draft>> {
  const records = await (await reading()).objectStore("drafts").index("page").getAll(page);
  return new Map(
    records
      .map(readDraft)
      .filter((draft) => draft !== null)
      .map((draft) => [draft.key, draft]),
  );
}
