import * as z from "zod/mini";

const address = z.string().check(z.startsWith("/machine/"));

/** Where the machine's parts are served; each address holds a content hash and is immutable. */
export const MachineFiles = z.strictObject({
  frame: address,
  /** Of the frame's inline script, as its policy names it: `sha256-…`. */
  frameScriptHash: z.string(),
  kernels: z.strictObject({
    python: z.strictObject({ worker: address, interpreter: address, standardLibrary: z.nullable(address) }),
    javascript: z.strictObject({
      worker: address,
      interpreter: address,
      standardLibrary: z.nullable(address),
    }),
  }),
});
export type MachineFiles = z.infer<typeof MachineFiles>;
