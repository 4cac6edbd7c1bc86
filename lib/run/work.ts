import * as z from "zod/mini";
import { WorkUnit } from "./evidence";

/** The counted work of a whole program. */
export const Work = z.strictObject({
  unit: WorkUnit,
  count: z.int().check(z.nonnegative()),
  /** The program reads the clock or works in several processes: its count may be another one next time. */
  varies: z.boolean(),
});
export type Work = z.infer<typeof Work>;
