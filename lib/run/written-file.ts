import * as z from "zod/mini";

/** More files than anybody would look through. */
export const WRITTEN_FILES_LIMIT = 200;

/** A file that a program left behind; `path` is relative to its home folder. */
export const WrittenFile = z.strictObject({
  path: z.string(),
  sizeBytes: z.int(),
  /** Null where the file is too large to be handed over. */
  bytes: z.nullable(z.instanceof(Uint8Array)),
});
export type WrittenFile = z.infer<typeof WrittenFile>;

/** What a program left in its home that was not there before, or is not as it was. */
export const WrittenFiles = z.strictObject({
  files: z.array(WrittenFile).check(z.maxLength(WRITTEN_FILES_LIMIT)),
  /** How many more there are than could be handed over. */
  leftOut: z.int(),
});
export type WrittenFiles = z.infer<typeof WrittenFiles>;
