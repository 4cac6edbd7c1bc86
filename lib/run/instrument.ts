import * as z from "zod/mini";

/** What a run is watched with. A watched run is slower, so its time is never shown as the program's. */
export const Instrument = z.discriminatedUnion("kind", [
  /** Counts the work of the whole program. */
  z.strictObject({ kind: z.literal("count") }),
  /** Finds out where the time goes: at every call and line, or by looking every few milliseconds. */
  z.strictObject({ kind: z.literal("profile"), mode: z.enum(["deterministic", "sampling"]) }),
  /** Finds out what the program holds over time, and where the language tells it, which lines asked for it. */
  z.strictObject({ kind: z.literal("memory") }),
  /** Notes who does what when, in all processes, and what is waited for. */
  z.strictObject({ kind: z.literal("timeline") }),
]);
export type Instrument = z.infer<typeof Instrument>;
