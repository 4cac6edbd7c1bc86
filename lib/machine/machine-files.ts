import * as z from "zod/mini";

const address = z.string().check(z.startsWith("/machine/"));
const kernel = z.strictObject({
  worker: address,
  interpreter: address,
  snapshot: z.nullable(address),
  /** The archive of the standard library: fetched when a program needs it. */
  library: z.nullable(address),
});

/** A Linux for the machine; there is none where it could neither be built nor fetched. */
const linux = z.strictObject({
  /** Which build it is: a state that was left belongs to one. */
  name: z.string(),
  worker: address,
  /** The emulator's WebAssembly. */
  emulator: address,
  /** A state of the emulator at the prompt. */
  image: address,
  /** Its length, unpacked. */
  imageBytes: z.int(),
  /** Its length as it is fetched. */
  packedBytes: z.int(),
  /** Where the files are that the machine reads as it needs them, by their names. */
  files: address,
  /** What it is made of, under which licences, and where its sources are. */
  licences: address,
});
export type LinuxFiles = z.infer<typeof linux>;

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
  linux: z.nullable(linux),
});
export type MachineFiles = z.infer<typeof MachineFiles>;
