import * as z from "zod/mini";

const MEBIBYTE = 1024 * 1024;

/** What one run may use before the machine ends it (time, memory) or cuts it (output). */
export const Limits = z.strictObject({
  timeoutMs: z._default(z.int().check(z.positive(), z.lte(120_000)), 10_000),
  memoryLimitBytes: z._default(z.int().check(z.gte(64 * MEBIBYTE), z.lte(2048 * MEBIBYTE)), 256 * MEBIBYTE),
  outputLimitBytes: z._default(z.int().check(z.positive(), z.lte(MEBIBYTE)), 128 * 1024),
});
export type Limits = z.infer<typeof Limits>;
