import { buildSync } from "esbuild";

/** The code of these files and of all that they import, in Node: what is made by it is made anew when it changes. */
export function codeBehind(...entryPoints: string[]): string {
  const { outputFiles } = buildSync({
    entryPoints,
    outdir: "unwritten",
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    packages: "external",
    minify: true,
  });
  return outputFiles.map(({ text }) => text).join("\n");
}
