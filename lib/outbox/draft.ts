import * as z from "zod/mini";
import { type DraftPlace, ServerDraft } from "@/lib/course/draft-request";

/** A learner's code for one cell in one language, as this device has it. */
export const Draft = z.strictObject({
  key: z.string(),
  page: z.string(),
  name: z.string(),
  /** Null: as the author wrote it. */
  text: z.nullable(z.string()),
  /** Of the author's code that it grew from; null where that is not known any more. */
  starterHash: z.nullable(z.string()),
  /** Made anew with every change: by it one version is known from another. */
  change: z.string(),
  at: z.string(),
  /** The server's version that it grew from; 0: none. */
  serverVersion: z.int(),
  /** The change that the server has. */
  sentChange: z.nullable(z.string()),
  /** What another device wrote meanwhile: the learner is asked which one to go on with. */
  offer: z.nullable(ServerDraft),
  /** Why the server does not take this change, as a sentence. */
  refusal: z.nullable(z.strictObject({ change: z.string(), message: z.string() })),
});
export type Draft = z.infer<typeof Draft>;

export const draftKey = ({ page, name }: DraftPlace) => `${page} ${name}`;

/** The draft in a record; null where there is none, or none that this version of the page can read. */
export function readDraft(record: unknown): Draft | null {
  const draft = Draft.safeParse(record);
  return draft.success ? draft.data : null;
}

/** Neither with the server, nor refused by it, nor waiting for the learner's decision. */
export const isUnsent = ({ change, sentChange, offer, refusal }: Draft) =>
  change !== sentChange && offer === null && refusal?.change !== change;
