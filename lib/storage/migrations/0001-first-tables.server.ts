import "server-only";
import { type Kysely, sql } from "kysely";

/** Learners, and what they did in quizzes and exercises. */
export async function firstTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable("learner")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("attempt")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("learner", "text", (column) => column.notNull().references("learner.id"))
    .addColumn("quiz", "text", (column) => column.notNull())
    .addColumn("draw_id", "text", (column) => column.notNull())
    .addColumn("payload_hash", "text", (column) => column.notNull())
    .addColumn("answers", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("rubric_version", "integer", (column) => column.notNull())
    .addColumn("score", "double precision", (column) => column.notNull())
    .addColumn("out_of", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("submission")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("learner", "text", (column) => column.notNull().references("learner.id"))
    .addColumn("exercise", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("payload_hash", "text", (column) => column.notNull())
    .addColumn("evidence", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("trust", "text", (column) => column.notNull().check(sql`trust in ('reported', 'verified')`))
    .addColumn("passed", "integer", (column) => column.notNull().check(sql`passed in (0, 1)`))
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("surrender")
    .addColumn("learner", "text", (column) => column.notNull().references("learner.id"))
    .addColumn("exercise", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("surrender_key", ["learner", "exercise"])
    .execute();
  await schema
    .createTable("probe")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("written_at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("attempt_by_learner").on("attempt").columns(["learner", "quiz"]).execute();
  await schema
    .createIndex("submission_by_learner")
    .on("submission")
    .columns(["learner", "exercise"])
    .execute();
}
