import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { chargeStack } from "@/lib/python/charge-stack";
import type { MachineFiles } from "./machine-files";

/**
 * Writes the machine's parts to `public/machine/<name>.<hash>.<extension>`, brotli bytes only, and their addresses to
 * `public/machine.json`, which `next.config.js` reads.
 */
const OUTPUT = "public/machine";
const MANIFEST = "public/machine.json";

/** Node's modules, asked for by code paths that never run in a worker. */
const noNodeModules: Plugin = {
  name: "no-node-modules",
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /^(node:.*|ws|fs|path|url|vm|crypto|child_process|fs\/promises|module)$/ },
      ({ path }) => ({
        path,
        namespace: "absent",
      }),
    );
    onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};" }));
  },
};

async function bundle(entry: string) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    // Module workers do not start from a Blob in an opaque origin; classic ones do.
    format: "iife",
    platform: "browser",
    target: "es2023",
    conditions: ["browser", "import"],
    minify: true,
    legalComments: "none",
    define: { "import.meta.url": '"machine:/"', "process.env.NODE_ENV": '"production"' },
    loader: { ".py": "text", ".guest.js": "text" },
    plugins: [noNodeModules],
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made nothing of ${entry}.`);
  return Buffer.from(file.contents);
}

const written = new Set<string>();

/** Compressing the interpreters takes seconds: a file whose hash is there already is as it was. */
async function publish(name: string, extension: string, bytes: Buffer) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const file = `${name}.${hash}.${extension}`;
  written.add(file);
  const existing = await readdir(OUTPUT);
  if (!existing.includes(file)) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_000_000 ? 9 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    await writeFile(path.join(OUTPUT, file), brotliCompressSync(bytes, { params }));
  }
  return `/machine/${file}`;
}

const fromPackage = (file: string) => readFile(path.join("node_modules", file));

await mkdir(OUTPUT, { recursive: true });
const script = await bundle("lib/machine/host.frame.ts");
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Machine</title><script>${script.toString()}</script></html>`;
const files: MachineFiles = {
  frame: await publish("frame", "html", Buffer.from(page)),
  frameScriptHash: `sha256-${createHash("sha256").update(script).digest("base64")}`,
  kernels: {
    python: {
      worker: await publish("python", "js", await bundle("lib/python/python.worker.ts")),
      interpreter: await publish(
        "python",
        "wasm",
        Buffer.from(chargeStack(new Uint8Array(await fromPackage("pyodide/pyodide.asm.wasm")))),
      ),
      standardLibrary: await publish("python-library", "zip", await fromPackage("pyodide/python_stdlib.zip")),
    },
    javascript: {
      worker: await publish("javascript", "js", await bundle("lib/javascript/javascript.worker.ts")),
      interpreter: await publish(
        "javascript",
        "wasm",
        await fromPackage("@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm"),
      ),
      standardLibrary: null,
    },
  },
};
await writeFile(MANIFEST, JSON.stringify(files));
for (const file of await readdir(OUTPUT)) if (!written.has(file)) await rm(path.join(OUTPUT, file));
