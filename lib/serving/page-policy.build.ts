import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";

/**
 * After `next build`: hashes each static page's inline scripts and writes its Content-Security-Policy into the `headers`
 * of its `.meta` file, from which Next sends it. Undocumented in Next: `page-policy` in the journeys tests the header.
 */
const Meta = z.looseObject({ headers: z.record(z.string(), z.string()).optional() });
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const policyOf = (html: string) => {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${[...new Set(hashes)].join(" ")}`,
    // Monaco writes style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self'",
    "frame-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
};

const [distDir = ".next"] = process.argv.slice(2);
const root = path.join(distDir, "server", "app");
const pages = (await readdir(root, { recursive: true })).filter((file) => file.endsWith(".html"));
if (pages.length === 0) throw new Error(`No static page in ${root}: run "next build" first.`);
for (const file of pages) {
  const metaFile = path.join(root, file.replace(/\.html$/, ".meta"));
  const html = await readFile(path.join(root, file), "utf8");
  const meta = Meta.parse(JSON.parse(await readFile(metaFile, "utf8")));
  meta.headers = { ...meta.headers, "content-security-policy": policyOf(html) };
  await writeFile(metaFile, JSON.stringify(meta));
}
