import "server-only";
import type { DraftAnswer, DraftRequest } from "@/lib/course/draft-request";
import type { Database } from "./database.server";
import { findDraft } from "./learner-drafts.server";
import { saveLearner } from "./save-learner.server";

/** Several times as many as a course has cells in all languages. */
const DRAFTS_LIMIT = 1_000;

export type NewDraft = DraftRequest & { readonly learner: string; readonly now: Date };

/** Stores a draft if it grew from the one that is there; if not, tells what is there instead and changes nothing. */
export async function saveDraft(
  db: Database,
  draft: NewDraft,
): Promise<DraftAnswer | { readonly status: "full" }> {
  if (draft.base === 0) await saveLearner(db, draft);
  if (draft.base === 0 && (await isFull(db, draft))) return { status: "full" };
  const isStored = draft.base === 0 ? await insert(db, draft) : await update(db, draft);
  if (isStored) return { status: "kept", version: draft.base + 1 };
  const there = await findDraft(db, draft);
  // Cleared meanwhile, with all of the learner's work: what was written since begins anew.
  if (there === null) return saveDraft(db, { ...draft, base: 0 });
  // The answer to an earlier sending was lost.
  if (there.change === draft.change) return { status: "kept", version: there.version };
  return { status: "overtaken", draft: there };
}

async function insert(db: Database, { learner, page, name, ...draft }: NewDraft): Promise<boolean> {
  const inserted = await db
    .insertInto("draft")
    .values({ learner, page, name, ...contentOf({ ...draft, base: 0 }) })
    .onConflict((conflict) => conflict.columns(["learner", "page", "name"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

async function update(db: Database, { learner, page, name, ...draft }: NewDraft): Promise<boolean> {
  const updated = await db
    .updateTable("draft")
    .set(contentOf(draft))
    .where("learner", "=", learner)
    .where("page", "=", page)
    .where("name", "=", name)
    .where("version", "=", draft.base)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

async function isFull(db: Database, { learner }: NewDraft): Promise<boolean> {
  const { count } = await db
    .selectFrom("draft")
    .select((select) => select.fn.countAll<number | bigint | string>().as("count"))
    .where("learner", "=", learner)
    .executeTakeFirstOrThrow();
  return Number(count) >= DRAFTS_LIMIT;
}

const contentOf = ({
  base,
  change,
  text,
  starterHash,
  now,
}: Omit<NewDraft, "learner" | "page" | "name">) => ({
  version: base + 1,
  change,
  text,
  starter_hash: starterHash,
  updated_at: now.toISOString(),
});
