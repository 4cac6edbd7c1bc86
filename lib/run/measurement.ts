import * as z from "zod/mini";
import { Usage } from "./usage";

/** What a run cost, measured inside its own process. */
export const Measurement = z.strictObject({
  /** From the program's first statement to its end; starting the process is not in it. */
  wallMs: z.number(),
  /** The part of it in which no thread of the program's own process had anything to compute. */
  waitingMs: z.number(),
  /** Left out where the machine under the process cannot be seen. */
  usage: z.optional(Usage),
});
export type Measurement = z.infer<typeof Measurement>;

export { nothingMeasured } from "./nothing-measured";
