import * as z from "zod/mini";
import { PROFILE_FUNCTIONS_LIMIT, PROFILE_LINES_LIMIT, PROFILE_NODES_LIMIT } from "./report-limits";

const index = z.int().check(z.nonnegative());
const ms = z.number().check(z.nonnegative());

/** A function as a profile names it; `file` and `line` (of its definition) are null for what the language brings. */
export const ProfiledFunction = z.strictObject({
  name: z.string().check(z.maxLength(500)),
  file: z.nullable(z.string().check(z.maxLength(500))),
  line: z.nullable(z.int()),
});
export type ProfiledFunction = z.infer<typeof ProfiledFunction>;

/** A function called from one certain chain of callers. */
export const ProfileNode = z.strictObject({
  /** Index in `functions`. */
  function: index,
  /** Index in `nodes` of its caller, which stands before it; null for what nothing in the profile has called. */
  parent: z.nullable(index),
  /** 0 where the profile was sampled. */
  calls: index,
  /** Without what it calls; of all its calls together. */
  ownMs: ms,
});
export type ProfileNode = z.infer<typeof ProfileNode>;

/** A line of the learner's files. */
export const ProfiledLine = z.strictObject({
  file: z.string().check(z.maxLength(500)),
  line: z.int(),
  /** How often it began; 0 where the profile was sampled. */
  hits: index,
  /** Of the line itself, with the built-ins that it calls, without the learner's functions that it calls. */
  ownMs: ms,
});
export type ProfiledLine = z.infer<typeof ProfiledLine>;

/** Where a run's time went. Nodes are a tree of calls; it is cut where it has too many. */
export const Profile = z.strictObject({
  mode: z.enum(["deterministic", "sampling"]),
  /** Of the watched run: longer than it takes unwatched. */
  wallMs: ms,
  /** How many looks were taken, where it was sampled. */
  samples: index,
  functions: z.array(ProfiledFunction).check(z.maxLength(PROFILE_FUNCTIONS_LIMIT)),
  nodes: z.array(ProfileNode).check(z.maxLength(PROFILE_NODES_LIMIT)),
  lines: z.array(ProfiledLine).check(z.maxLength(PROFILE_LINES_LIMIT)),
  isCut: z.boolean(),
});
export type Profile = z.infer<typeof Profile>;
