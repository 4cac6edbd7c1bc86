import "server-only";
import type { Kysely } from "kysely";

/** Who a learner is to a provider of OpenID Connect. */
export async function identities({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("identity")
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("learner", "text", (column) => column.notNull().references("learner.id"))
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("identity_key", ["issuer", "subject"])
    .execute();
  await schema.createIndex("identity_by_learner").on("identity").column("learner").execute();
}
