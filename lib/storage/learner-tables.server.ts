import "server-only";

/** Every table whose rows are a learner's: what is moved, deleted and handed out with them. */
export const learnerTables = [
  "attempt",
  "submission",
  "surrender",
  "draft",
  "reading",
  "recovery",
  "identity",
] as const;
export type LearnerTable = (typeof learnerTables)[number];
