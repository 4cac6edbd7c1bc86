import "server-only";
import type { Kysely } from "kysely";

/** How far learners have read, and by which code they go on elsewhere. */
export async function learners({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("reading")
    .addColumn("learner", "text", (column) => column.notNull().references("learner.id"))
    .addColumn("lesson", "text", (column) => column.notNull())
    .addColumn("heading", "text", (column) => column.notNull())
    .addColumn("furthest", "double precision", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("reading_key", ["learner", "lesson"])
    .execute();
  await schema
    .createTable("recovery")
    .addColumn("learner", "text", (column) => column.primaryKey().notNull().references("learner.id"))
    .addColumn("code_hash", "text", (column) => column.notNull().unique())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
}
