import * as z from "zod/mini";

const count = z.int().check(z.nonnegative());
const ms = z.number().check(z.nonnegative());

/** Where a run is looked at more often, every second look is dropped. */
export const MEMORY_LOOKS_LIMIT = 400;
const SITES_LIMIT = 1_000;

/** One look at what the program holds. */
export const MemoryLook = z.strictObject({
  /** Since the program began. */
  atMs: ms,
  held: count,
  /** The most since the look before, where that can be seen between looks; else what is held. */
  peak: count,
});
export type MemoryLook = z.infer<typeof MemoryLook>;

/** A line and what it allocated that is still held; `file` and `line` are null for all that no line of the learner's asked for. */
export const AllocationSite = z.strictObject({
  file: z.nullable(z.string().check(z.maxLength(500))),
  line: z.nullable(z.int()),
  /** Held when the program ended, in so many blocks. */
  bytes: count,
  blocks: count,
  /** Held at the earlier look; 0 where there was none. */
  earlierBytes: count,
  /** Held at the look that found the most. */
  fullestBytes: count,
});
export type AllocationSite = z.infer<typeof AllocationSite>;

/** What a program held while it ran, beyond what there was before it, and which lines asked for it. */
export const MemoryProfile = z.strictObject({
  /** Of the watched run: longer than it takes unwatched. */
  wallMs: ms,
  /** Of `peak` and of the looks: where an engine does not tell the size of all it holds, its blocks are counted. */
  unit: z.enum(["bytes", "blocks"]),
  peak: count,
  /** In order of time; the first and the last are those of the program's beginning and end. */
  looks: z.array(MemoryLook).check(z.maxLength(MEMORY_LOOKS_LIMIT)),
  /** Null where the language does not tell which line asked for memory. */
  sites: z.nullable(z.array(AllocationSite).check(z.maxLength(SITES_LIMIT))),
  /** When the sites were looked at before the end: some way into the run; null where it was too short. */
  earlierAtMs: z.nullable(ms),
  /** False where nobody could look while the program computed: then there are its beginning and its end. */
  hasLooks: z.boolean(),
});
export type MemoryProfile = z.infer<typeof MemoryProfile>;
