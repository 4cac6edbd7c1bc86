import * as z from "zod/mini";

/** How slow the machine's simulated disk is: what a copy waits for each file, and for each byte. */
export const DiskSettings = z.strictObject({
  latencyMs: z._default(z.number().check(z.nonnegative(), z.lte(1_000)), 5),
  bytesPerSecond: z._default(z.number().check(z.positive()), 50_000_000),
});
export type DiskSettings = z.infer<typeof DiskSettings>;

const MOST_SPARES = 8;

/** What an author may say about the machine that a program runs on. */
export const MachineSettings = z.strictObject({
  disk: z._default(DiskSettings, () => DiskSettings.parse({})),
  /** How many processes, beyond the program's own, are booted ahead because it will start them. */
  processes: z._default(z.int().check(z.nonnegative(), z.lte(MOST_SPARES)), 0),
});
export type MachineSettings = z.infer<typeof MachineSettings>;
