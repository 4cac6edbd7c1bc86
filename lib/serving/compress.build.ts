import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * After `next build`: keeps a brotli twin of every script and style sheet in `public/brotli/<distDir>/`, to which
 * `next.config.js` rewrites requests of browsers that accept it. Next itself only knows gzip, which is a tenth larger.
 */
const [distDir = ".next"] = process.argv.slice(2);
const source = path.join(distDir, "static", "chunks");
const target = path.join("public", "brotli", path.basename(distDir));

await mkdir(target, { recursive: true });
const names = (await readdir(source)).filter((name) => /\.(js|css)$/.test(name));
const kept = new Set(await readdir(target));
for (const name of names) {
  // A chunk's name holds its hash.
  if (kept.delete(name)) continue;
  const bytes = await readFile(path.join(source, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(path.join(target, name), brotliCompressSync(bytes, { params }));
}
for (const stale of kept) await rm(path.join(target, stale));
