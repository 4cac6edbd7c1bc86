import { build } from "esbuild";

/** Writes the code of the verifier's child process as one file that needs nothing beside it. */
export async function bundleChild(file: string): Promise<void> {
  await build({
    entryPoints: ["lib/verify/verifier.child.ts"],
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    // The engine's script for Node reads files, and none can be read there.
    conditions: ["browser", "import"],
    minify: true,
    legalComments: "none",
    define: { "import.meta.url": '"machine:/"' },
    loader: { ".guest.js": "text", ".wasm": "binary" },
    logLevel: "error",
  });
}
