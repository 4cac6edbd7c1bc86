import * as z from "zod/mini";

/** As much as may be handed in, too. */
export const DRAFT_MAX_CHARACTERS = 50_000;

/** Where a draft belongs: a page of the course, and the cell and language on it (`sum:python`), or the attempt begun on it. */
export const DraftPlace = z.strictObject({
  page: z.string().check(z.regex(/^\/(lessons\/[a-z0-9-]+|quizzes)\/[a-z0-9-]+$/), z.maxLength(200)),
  name: z.string().check(z.regex(/^[a-z0-9-]+:[a-z]+$/), z.maxLength(100)),
});
export type DraftPlace = z.infer<typeof DraftPlace>;

/** What a learner's code says, and of which of the author's it grew. */
const DraftContent = {
  /** Made on the device with every change: by it one version is known from another. */
  change: z.uuid().check(z.toLowerCase()),
  /** Null: as the author wrote it. */
  text: z.nullable(z.string().check(z.maxLength(DRAFT_MAX_CHARACTERS))),
  /** Of the author's code; null where it is not known. */
  starterHash: z.nullable(z.string().check(z.maxLength(40))),
};

/** The body of `PUT /api/drafts`. */
export const DraftRequest = z.strictObject({
  ...DraftPlace.shape,
  ...DraftContent,
  /** The server's version that this one grew from; 0: there was none. Another one there now means a conflict. */
  base: z.int().check(z.nonnegative()),
});
export type DraftRequest = z.infer<typeof DraftRequest>;

/** A draft as the server has it. */
export const ServerDraft = z.strictObject({
  ...DraftPlace.shape,
  ...DraftContent,
  version: z.int(),
  /** When it came to the server, in ISO 8601. */
  at: z.string(),
});
export type ServerDraft = z.infer<typeof ServerDraft>;

/** The answer to `PUT /api/drafts`. */
export const DraftAnswer = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("kept"), version: z.int() }),
  /** Another device had written meanwhile: nothing was changed. */
  z.strictObject({ status: z.literal("overtaken"), draft: ServerDraft }),
]);
export type DraftAnswer = z.infer<typeof DraftAnswer>;

/** The answer to `GET /api/drafts?page=…`, where there are any. */
export const ServerDrafts = z.strictObject({ drafts: z.array(ServerDraft) });
