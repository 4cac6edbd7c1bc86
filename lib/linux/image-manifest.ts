import * as z from "zod";

const FileName = z.string().regex(/^[a-z]+\.[0-9a-f]+\.bin$|^[0-9a-f]+\.bin$/);

/** `manifest.json` of a built image: what is in its folder, and what it was made of. */
export const ImageManifest = z.strictObject({
  /** The state to start from, with brotli. */
  image: FileName,
  /** Its length without. */
  imageBytes: z.int(),
  /** Its length with. */
  packedBytes: z.int(),
  /** Below `files/`: what the machine reads as it needs it, with brotli. */
  files: z.array(FileName),
  packages: z.array(z.strictObject({ name: z.string(), version: z.string(), sha256: z.string() })),
});
export type ImageManifest = z.infer<typeof ImageManifest>;
