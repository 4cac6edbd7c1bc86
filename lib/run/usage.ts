import * as z from "zod/mini";

const amount = z.number().check(z.nonnegative());

/** What the processes of a run have used, as the machine under them has seen it. */
export const Usage = z.strictObject({
  /** Of the program's own process, its interpreter included. Such a memory never shrinks, so this is its peak. */
  memoryBytes: amount,
  /** Of all processes, from files, pipes not counted. */
  readBytes: amount,
  writtenBytes: amount,
  /** Beyond the program's own. */
  processes: amount,
  /** Beyond each process's main thread. */
  threads: amount,
});
export type Usage = z.infer<typeof Usage>;

/** A look at the machine while a program runs; what is used grows from look to look. */
export const MachineSample = z.strictObject({
  /** Since the program began. */
  atMs: amount,
  /** How long all processes together have not waited, until now. */
  computingMs: amount,
  /** Of all processes that are there. */
  memoryBytes: amount,
  readBytes: amount,
  writtenBytes: amount,
  /** How long the simulated disk was at copies of files, each counted for itself, until now. */
  copyingMs: amount,
  processes: amount,
});
export type MachineSample = z.infer<typeof MachineSample>;
