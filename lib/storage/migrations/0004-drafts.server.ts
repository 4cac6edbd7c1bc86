import "server-only";
import type { Kysely } from "kysely";

/** What learners wrote in cells and exercises and did not hand in. */
export async function drafts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("draft")
    .addColumn("learner", "text", (column) => column.notNull().references("learner.id").onDelete("cascade"))
    .addColumn("page", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("change", "text", (column) => column.notNull())
    .addColumn("text", "text")
    .addColumn("starter_hash", "text")
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("draft_key", ["learner", "page", "name"])
    .execute();
}
