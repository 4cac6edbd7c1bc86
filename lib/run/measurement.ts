import * as z from "zod/mini";

/** What a run cost, measured inside its own process. */
export const Measurement = z.strictObject({
  /** From the program's first statement to its end; starting the process is not in it. */
  wallMs: z.number(),
});
export type Measurement = z.infer<typeof Measurement>;
