import * as z from "zod/mini";

const address = z.string().check(z.startsWith("/machine/"));
const kernel = z.strictObject({
  worker: address,
  interpreter: address,
  snapshot: z.nullable(address),
  /** The archive of the standard library: fetched when a program needs it. */
  library: z.nullable(address),
});

/** Where the machine's parts are served; each address holds a content hash and is immutable. */
export const MachineFiles = z.strictObject({
  frame: address,
  /** Of the frame's inline script, as its policy names it: `sha256-…`. */
  frameScriptHash: z.string(),
  /** The worker that runs JavaScript on the browser's own engine. */
  browserEngine: address,
  kernels: z.strictObject({
    python: kernel,
    javascript: kernel,
    typescript: kernel,
  }),
});
export type MachineFiles = z.infer<typeof MachineFiles>;
