import "server-only";
import type { DraftPlace, ServerDraft } from "@/lib/course/draft-request";
import type { Database } from "./database.server";

const columns = ["page", "name", "version", "change", "text", "starter_hash", "updated_at"] as const;

type Row = {
  readonly page: string;
  readonly name: string;
  readonly version: number;
  readonly change: string;
  readonly text: string | null;
  readonly starter_hash: string | null;
  readonly updated_at: string;
};

const draftOf = ({ starter_hash: starterHash, updated_at: at, ...row }: Row): ServerDraft => ({
  ...row,
  starterHash,
  at,
});

/** The learner's drafts on one page. */
export async function draftsOnPage(
  db: Database,
  { learner, page }: { learner: string; page: string },
): Promise<readonly ServerDraft[]> {
  const rows = await db
    .selectFrom("draft")
    .select(columns)
    .where("learner", "=", learner)
    .where("page", "=", page)
    .orderBy("name")
    .execute();
  return rows.map(draftOf);
}

/** One draft of the learner; null if there is none. */
export async function findDraft(
  db: Database,
  { learner, page, name }: DraftPlace & { learner: string },
): Promise<ServerDraft | null> {
  const row = await db
    .selectFrom("draft")
    .select(columns)
    .where("learner", "=", learner)
    .where("page", "=", page)
    .where("name", "=", name)
    .executeTakeFirst();
  return row === undefined ? null : draftOf(row);
}
