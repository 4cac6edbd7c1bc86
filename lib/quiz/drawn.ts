import * as z from "zod";
import { OpaqueId } from "./opaque-id";

/**
 * A `quiz` is handed in whole and counts; in `practice` each question is handed in by itself, as often as one likes.
 */
export const Mode = z.enum(["quiz", "practice"]);
export type Mode = z.infer<typeof Mode>;

/**
 * What the signed token of a draw holds: which questions were asked. The browser carries it and can read it, but not change
 * it. The seed is not in it, since who knows the seed can undo the shuffling.
 */
export const Drawn = z.object({
  id: z.uuid(),
  quiz: z.string(),
  mode: Mode.default("quiz"),
  questionIds: z.array(OpaqueId),
});
export type Drawn = z.infer<typeof Drawn>;
