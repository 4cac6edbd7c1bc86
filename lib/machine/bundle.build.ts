import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { publishLinux } from "@/lib/linux/publish-linux.build";
import { readInterpreter, readLibraryFile } from "@/lib/python/node-parts";
import { publishPythonSnapshot } from "@/lib/python/snapshot.build";
import type { MachineFiles } from "./machine-files";
import { publish, removeUnpublished } from "./publish.build";

/**
 * Writes the machine's parts to `public/machine/<name>.<hash>.<extension>`, brotli bytes only, and their addresses to
 * `public/machine.json`, which `next.config.js` reads.
 */
const MANIFEST = "public/machine.json";

/** Node's modules, asked for by code paths that never run in a worker. */
const noNodeModules: Plugin = {
  name: "no-node-modules",
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /^(node:.*|perf_hooks|ws|fs|path|url|vm|crypto|child_process|fs\/promises|module)$/ },
      ({ path }) => ({
        path,
        namespace: "absent",
      }),
    );
    onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** The script that belongs to the interpreter as it is served. */
const trimmedPyodide: Plugin = {
  name: "trimmed-pyodide",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pyodide\.asm\.mjs$/ }, () => ({ contents: readInterpreter().script }));
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
    loader: { ".guest.js": "text" },
    plugins: [noNodeModules, trimmedPyodide],
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made nothing of ${entry}.`);
  return Buffer.from(file.contents);
}

const fromPackage = async (file: string) => new Uint8Array(await readFile(path.join("node_modules", file)));

/** Compressing takes most of the time: all of a kernel's parts at once. */
async function publishPython(): Promise<MachineFiles["kernels"]["python"]> {
  const [worker, interpreter, snapshot, library] = await Promise.all([
    publish({ name: "python", extension: "js", bytes: await bundle("lib/python/python.worker.ts") }),
    publish({ name: "python", extension: "wasm", bytes: readInterpreter().interpreter }),
    publishPythonSnapshot(),
    publish({ name: "python-library", extension: "bin", bytes: readLibraryFile() }),
  ]);
  return { worker, interpreter, snapshot, library };
}

/** TypeScript has the same interpreter, and a worker of its own for what leaves out its types. */
async function publishJavaScript(
  name: "javascript" | "typescript",
): Promise<MachineFiles["kernels"]["javascript"]> {
  const engine = "@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm";
  const [worker, interpreter] = await Promise.all([
    publish({
      name,
      extension: "js",
      bytes: await bundle(`lib/javascript/${name}.worker.ts`),
    }),
    publish({ name: "javascript", extension: "wasm", bytes: await fromPackage(engine) }),
  ]);
  return { worker, interpreter, snapshot: null, library: null };
}

const script = await bundle("lib/machine/host.frame.ts");
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Machine</title><script>${script.toString()}</script></html>`;
const [frame, browserEngine, python, javascript, typescript, linux] = await Promise.all([
  publish({ name: "frame", extension: "html", bytes: Buffer.from(page) }),
  publish({
    name: "browser-engine",
    extension: "js",
    bytes: await bundle("lib/javascript/browser-engine.worker.ts"),
  }),
  publishPython(),
  publishJavaScript("javascript"),
  publishJavaScript("typescript"),
  publishLinux(bundle),
]);
const files: MachineFiles = {
  frame,
  frameScriptHash: `sha256-${createHash("sha256").update(script).digest("base64")}`,
  browserEngine,
  kernels: { python, javascript, typescript },
  linux,
};
await writeFile(MANIFEST, JSON.stringify(files));
await removeUnpublished();
